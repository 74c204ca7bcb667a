package dev.imagemill.transform.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.contract.event.BlobRef;
import dev.imagemill.contract.event.CloudEvent;
import dev.imagemill.contract.event.ItemResult;
import dev.imagemill.contract.event.Lane;
import dev.imagemill.contract.event.SourceWork;
import dev.imagemill.contract.event.Topics;
import dev.imagemill.contract.event.TransformFinished;
import dev.imagemill.contract.event.TransformRequested;
import dev.imagemill.contract.id.Uuid7;
import dev.imagemill.contract.pipeline.Output;
import dev.imagemill.contract.pipeline.OutputFormat;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.pipeline.Scale;
import dev.imagemill.contract.store.ObjectKeys;
import dev.imagemill.contract.store.Sha256;
import dev.imagemill.embedded.KafkaBroker;
import dev.imagemill.embedded.S3Server;
import dev.imagemill.imageop.Image;
import dev.imagemill.platform.blobstore.BlobStore;
import dev.imagemill.platform.eventbus.EventBus;
import dev.imagemill.transform.TransformServiceApplication;
import dev.imagemill.transform.engine.Pictures;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The worker as a process of its own, told to end in the middle of a chunk. */
@Timeout(180)
class DrainIT {
    private static final int SOURCES = 24;
    private static final Pipeline[] PIPELINES = {
        Pipeline.of(Output.of(OutputFormat.WEBP), Scale.inside(1000, 1000)),
        Pipeline.of(Output.of(OutputFormat.WEBP), Scale.inside(800, 800))
    };

    @TempDir
    private static Path folder;

    private static KafkaBroker kafka;
    private static S3Server s3;
    private static ConfigurableApplicationContext dispatcher;

    @EnableAutoConfiguration
    static class Dispatcher {}

    @BeforeAll
    static void start() {
        kafka = KafkaBroker.start(folder.resolve("kafka"), 0);
        s3 = S3Server.start(folder.resolve("s3"), 0);
        dispatcher = new SpringApplicationBuilder(Dispatcher.class)
                .web(WebApplicationType.NONE)
                .run(ServiceArguments.of(kafka, s3, folder.resolve("none"), "none"));
    }

    @AfterAll
    static void stop() {
        dispatcher.close();
        s3.close();
        kafka.close();
    }

    @Test
    void finishesTheChunkInHandAndLeavesOnSigterm() throws Exception {
        TransformRequested chunk = chunk();
        Process worker = startWorker();
        try {
            publish(chunk);
            awaitFirstRendition(worker);
            worker.destroy();
            assertThat(worker.waitFor(90, TimeUnit.SECONDS)).isTrue();
        } finally {
            worker.destroyForcibly();
        }

        try (Results results = new Results(kafka.bootstrapServers())) {
            TransformFinished finished = results.of(chunk.chunkId(), 1).getFirst();
            assertThat(finished.results()).hasSize(chunk.itemCount()).hasOnlyElementsOfType(ItemResult.Stored.class);
        }
        assertThat(committed()).isEqualTo(1);
        assertThat(folder.resolve("journal")).isDirectoryNotContaining("glob:**.inhand");
    }

    private static Process startWorker() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                TransformServiceApplication.class.getName()));
        command.addAll(
                List.of(ServiceArguments.of(kafka, s3, folder.resolve("journal"), "transform-service,application")));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), "worker.log"))
                .start();
    }

    private static TransformRequested chunk() {
        List<SourceWork> sources = new ArrayList<>();
        BlobStore blobs = dispatcher.getBean(BlobStore.class);
        Image picture = Pictures.photograph(1250, 900);
        for (int i = 0; i < SOURCES; i++) {
            byte[] jpeg = Pictures.jpeg(picture.crop(i, 0, 1200, 900));
            BlobRef blob = new BlobRef(Sha256.of(jpeg), jpeg.length, "image/jpeg");
            blobs.put(blob.objectKey(), jpeg, "image/jpeg", Map.of());
            sources.add(Chunks.source(i * PIPELINES.length, blob, PIPELINES));
        }
        return new TransformRequested(Uuid7.next(), null, 1, Lane.BULK, sources);
    }

    private static void publish(TransformRequested chunk) {
        dispatcher
                .getBean(EventBus.class)
                .publish(CloudEvent.now("urn:imagemill:test", chunk, Clock.systemUTC()), chunk.key());
    }

    private static void awaitFirstRendition(Process worker) throws InterruptedException {
        BlobStore blobs = dispatcher.getBean(BlobStore.class);
        while (worker.isAlive()) {
            try (Stream<?> renditions = blobs.list(ObjectKeys.RENDITIONS)) {
                if (renditions.findAny().isPresent()) {
                    return;
                }
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the worker ended by itself: " + folder.resolve("worker.log"));
    }

    /** The sum of all offsets that the workers committed on the bulk lane. */
    private static long committed() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets("imagemill-transform")
                    .partitionsToOffsetAndMetadata()
                    .get();
            return offsets.entrySet().stream()
                    .filter(entry -> entry.getKey().topic().equals(Topics.TRANSFORM_REQUESTS_BULK))
                    .mapToLong(entry -> entry.getValue().offset())
                    .sum();
        }
    }
}
