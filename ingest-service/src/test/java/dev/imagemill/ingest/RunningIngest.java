package dev.imagemill.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.contract.event.Topics;
import dev.imagemill.contract.store.ObjectKeys;
import dev.imagemill.embedded.KafkaBroker;
import dev.imagemill.embedded.S3Server;
import dev.imagemill.platform.blobstore.BlobStore;
import dev.imagemill.platform.blobstore.ListedObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ingest service over a real Kafka broker and S3 server, with what it stored and published open to view. */
final class RunningIngest implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final KafkaBroker kafka;
    private final S3Server s3;
    private final ConfigurableApplicationContext application;

    private RunningIngest(Path folder, List<String> settings) {
        CompletableFuture<KafkaBroker> starting =
                CompletableFuture.supplyAsync(() -> KafkaBroker.start(folder.resolve("kafka"), 0));
        s3 = S3Server.start(folder.resolve("s3"), 0);
        kafka = starting.join();
        List<String> arguments = new ArrayList<>(backendSettings(kafka, s3));
        arguments.add("--imagemill.ingest.temp-dir=" + folder.resolve("temp"));
        arguments.add("--logging.level.org.apache.kafka=error");
        arguments.addAll(settings);
        application = new SpringApplicationBuilder(IngestApplication.class)
                .properties(IngestApplication.CONFIGURATION)
                .run(arguments.toArray(String[]::new));
    }

    static RunningIngest start(Path folder, String... settings) {
        return new RunningIngest(folder, List.of(settings));
    }

    /** What any process needs to be told to use the backends. */
    static List<String> backendSettings(KafkaBroker kafka, S3Server s3) {
        return List.of(
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                "--imagemill.s3.endpoint=" + s3.endpoint(),
                "--imagemill.s3.region=" + s3.region(),
                "--imagemill.s3.access-key=" + s3.accessKey(),
                "--imagemill.s3.secret-key=" + s3.secretKey());
    }

    URI origin() {
        return URI.create("http://127.0.0.1:" + port());
    }

    int port() {
        return application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    KafkaBroker kafka() {
        return kafka;
    }

    S3Server s3() {
        return s3;
    }

    BlobStore store() {
        return application.getBean(BlobStore.class);
    }

    /** Publishes a preset, as the catalogue does. */
    void publishPreset(String name) {
        store().put(ObjectKeys.preset(name), new byte[] {'{', '}'}, "application/json", Map.of());
    }

    /** Digests of everything stored. */
    Set<String> blobs() {
        try (Stream<ListedObject> objects = store().list(ObjectKeys.BLOBS)) {
            Set<String> digests = new TreeSet<>();
            objects.forEach(object -> digests.add(object.key().substring(ObjectKeys.BLOBS.length())));
            return digests;
        }
    }

    /** Everything published so far, in order of publication within a partition. */
    List<JsonNode> events() {
        return records().stream().map(record -> JSON.readTree(record.value())).toList();
    }

    List<ConsumerRecord<byte[], byte[]>> records() {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", kafka.bootstrapServers());
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.IMAGE_EVENTS).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    /** Runs something and sees that it left nothing in the blob store, on the topic or in the temporary directory. */
    void assertTakesNothing(Runnable action) {
        Set<String> blobs = blobs();
        int events = events().size();
        action.run();
        assertThat(blobs()).isEqualTo(blobs);
        assertThat(events()).hasSize(events);
    }

    @Override
    public void close() {
        application.close();
        kafka.close();
        s3.close();
    }
}
