package dev.imagemill.storage;

import dev.imagemill.contract.event.CloudEvent;
import dev.imagemill.contract.event.EventData;
import dev.imagemill.contract.event.EventJson;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts events on topics, as other services do. */
final class Wire implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;

    Wire(TestInstallation installation) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", installation.backends.kafka().bootstrapServers(), "acks", "all", "linger.ms", 0);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    <T extends EventData> void send(String topic, Collection<CloudEvent<T>> events) {
        List<Future<RecordMetadata>> sent = events.stream()
                .map(event -> producer.send(message(topic, event)))
                .toList();
        sent.forEach(Wire::await);
    }

    void sendRaw(String topic, byte[] value) {
        await(producer.send(new ProducerRecord<>(topic, value)));
    }

    static Map<String, byte[]> headers(org.apache.kafka.common.header.Headers headers) {
        Map<String, byte[]> map = new HashMap<>();
        headers.forEach(header -> map.put(header.key(), header.value()));
        return map;
    }

    private static ProducerRecord<String, byte[]> message(String topic, CloudEvent<?> event) {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(topic, event.data().key(), EventJson.write(event.data()));
        EventJson.headers(event).forEach((name, value) -> message.headers().add(name, value));
        return message;
    }

    private static void await(Future<?> sent) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
