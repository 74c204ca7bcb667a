package dev.imagemill.transform.worker;

import dev.imagemill.contract.event.EventJson;
import dev.imagemill.contract.event.Topics;
import dev.imagemill.contract.event.TransformFinished;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics from their beginning, as somebody who is in no consumer group. */
final class Results implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final KafkaConsumer<byte[], byte[]> consumer;

    Results(String brokers) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** What the workers said of a chunk, waiting until they have said it so many times. */
    List<TransformFinished> of(UUID chunkId, int times) {
        List<TransformFinished> found = new ArrayList<>();
        readAll(Topics.TRANSFORM_RESULTS, letter -> {
            TransformFinished finished = EventJson.read(headers(letter), letter.value(), TransformFinished.class)
                    .data();
            if (finished.chunkId().equals(chunkId)) {
                found.add(finished);
            }
            return found.size() >= times;
        });
        return found;
    }

    /** Waits for a record in a topic. */
    void await(String topic, String value) {
        readAll(topic, letter -> new String(letter.value(), java.nio.charset.StandardCharsets.UTF_8).equals(value));
    }

    private interface Reader {
        boolean isEnough(ConsumerRecord<byte[], byte[]> letter);
    }

    private void readAll(String topic, Reader reader) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            for (ConsumerRecord<byte[], byte[]> letter : consumer.poll(Duration.ofMillis(200))) {
                if (reader.isEnough(letter)) {
                    return;
                }
            }
        }
        throw new AssertionError("nothing came in " + topic + " within " + PATIENCE);
    }

    private static Map<String, byte[]> headers(ConsumerRecord<byte[], byte[]> letter) {
        Map<String, byte[]> headers = new HashMap<>();
        for (Header header : letter.headers()) {
            headers.put(header.key(), header.value());
        }
        return headers;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
