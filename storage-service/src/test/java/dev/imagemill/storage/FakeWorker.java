package dev.imagemill.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.imagemill.contract.event.CloudEvent;
import dev.imagemill.contract.event.EventJson;
import dev.imagemill.contract.event.ItemResult;
import dev.imagemill.contract.event.SourceWork;
import dev.imagemill.contract.event.Topics;
import dev.imagemill.contract.event.TransformFinished;
import dev.imagemill.contract.event.TransformRequested;
import dev.imagemill.contract.event.WantedRendition;
import dev.imagemill.contract.store.ObjectKeys;
import dev.imagemill.contract.store.Sha256;
import dev.imagemill.platform.blobstore.BlobStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Stands in for the workers: takes chunks from both lanes and answers as a behaviour says. */
final class FakeWorker implements AutoCloseable {
    /** What the worker does with a chunk: the answers it gives, none or several. */
    interface Behaviour {
        List<TransformFinished> answer(TransformRequested request);
    }

    final Queue<TransformRequested> seen = new ConcurrentLinkedQueue<>();
    private final KafkaConsumer<String, byte[]> consumer;
    private final Wire wire;
    private final String results;
    private final Behaviour behaviour;
    private final Thread thread;
    private volatile boolean stopping;

    FakeWorker(TestInstallation installation, Behaviour behaviour) {
        this.wire = new Wire(installation);
        this.results = installation.transformResults;
        this.behaviour = behaviour;
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", installation.backends.kafka().bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = Stream.of(
                        Topics.TRANSFORM_REQUESTS_INTERACTIVE, Topics.TRANSFORM_REQUESTS_BULK)
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        this.thread = Thread.ofPlatform().name("fake-worker").start(this::run);
    }

    /** An answer in which every item is stored. */
    static TransformFinished stored(TransformRequested request) {
        return finished(request, allStored(request));
    }

    static TransformFinished finished(TransformRequested request, List<ItemResult> results) {
        return new TransformFinished(request.chunkId(), request.attempt(), "fake", 1, results);
    }

    static List<ItemResult> allStored(TransformRequested request) {
        List<ItemResult> results = new ArrayList<>();
        for (SourceWork source : request.sources()) {
            source.renditions().forEach(item -> results.add(stored(item)));
        }
        return results;
    }

    static ItemResult stored(WantedRendition item) {
        byte[] bytes = bytes(item);
        return new ItemResult.Stored(
                item.item(), item.key(), bytes.length, Sha256.of(bytes), "image/webp", 400, 300, false);
    }

    static byte[] bytes(WantedRendition item) {
        return ("rendition " + item.key()).getBytes(UTF_8);
    }

    /** Puts what a worker would have made into the store. */
    static void put(BlobStore blobs, TransformRequested request) {
        for (SourceWork source : request.sources()) {
            source.renditions()
                    .forEach(item -> blobs.put(ObjectKeys.rendition(item.key()), bytes(item), "image/webp", Map.of()));
        }
    }

    private void run() {
        while (!stopping) {
            for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofMillis(50))) {
                TransformRequested request = EventJson.read(
                                Wire.headers(message.headers()), message.value(), TransformRequested.class)
                        .data();
                seen.add(request);
                wire.send(
                        results,
                        behaviour.answer(request).stream()
                                .map(FakeWorker::event)
                                .toList());
            }
        }
        consumer.close();
    }

    private static CloudEvent<TransformFinished> event(TransformFinished finished) {
        return CloudEvent.now("urn:imagemill:fake-worker", finished, Clock.systemUTC());
    }

    @Override
    public void close() {
        stopping = true;
        join();
        wire.close();
    }

    private void join() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
