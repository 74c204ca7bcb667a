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
import dev.imagemill.contract.pipeline.Autorotate;
import dev.imagemill.contract.pipeline.Output;
import dev.imagemill.contract.pipeline.OutputFormat;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.pipeline.Scale;
import dev.imagemill.contract.pipeline.Watermark;
import dev.imagemill.contract.store.ObjectKeys;
import dev.imagemill.contract.store.Sha256;
import dev.imagemill.embedded.KafkaBroker;
import dev.imagemill.embedded.S3Server;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import dev.imagemill.platform.blobstore.BlobStore;
import dev.imagemill.platform.eventbus.EventBus;
import dev.imagemill.transform.TransformServiceApplication;
import dev.imagemill.transform.engine.Pictures;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class WorkerIT {
    private static final Pipeline SMALL =
            Pipeline.of(Output.of(OutputFormat.WEBP), new Autorotate(), Scale.inside(100, 100));
    private static final Pipeline LARGE =
            Pipeline.of(Output.of(OutputFormat.JPEG), new Autorotate(), Scale.inside(400, 400));

    @TempDir
    private static Path folder;

    private static KafkaBroker kafka;
    private static S3Server s3;
    private static ConfigurableApplicationContext service;
    private static Results results;

    @BeforeAll
    static void start() {
        kafka = KafkaBroker.start(folder.resolve("kafka"), 0);
        s3 = S3Server.start(folder.resolve("s3"), 0);
        service = new SpringApplicationBuilder(TransformServiceApplication.class)
                .run(ServiceArguments.of(kafka, s3, folder.resolve("journal"), "transform-service,application"));
        results = new Results(kafka.bootstrapServers());
    }

    @AfterAll
    static void stop() {
        results.close();
        service.close();
        s3.close();
        kafka.close();
    }

    @Test
    void makesTheRenditionsOfAChunk() {
        TransformRequested chunk = chunk(Lane.BULK, source(0, picture(1), SMALL, LARGE), source(2, picture(2), SMALL));

        TransformFinished finished = done(chunk, 1).getFirst();

        assertThat(finished.decoded()).isEqualTo(2);
        assertThat(finished.results()).hasSize(3).allSatisfy(result -> {
            ItemResult.Stored stored = (ItemResult.Stored) result;
            byte[] bytes = blobs().get(ObjectKeys.rendition(stored.key()));
            assertThat(Sha256.of(bytes)).isEqualTo(stored.sha256());
            assertThat(Pictures.decode(bytes).size().width()).isEqualTo(stored.width());
        });
    }

    @Test
    void decodesNothingWhenAChunkIsDeliveredAgain() {
        TransformRequested chunk = chunk(Lane.INTERACTIVE, source(0, picture(3), SMALL, LARGE));
        TransformFinished first = done(chunk, 1).getFirst();
        double decodes = decodes();

        TransformFinished again = done(chunk, 2).get(1);

        assertThat(again.decoded()).isZero();
        assertThat(decodes()).isEqualTo(decodes);
        assertThat(again.results())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("reused")
                .containsExactlyElementsOf(first.results());
    }

    @Test
    void laysAWatermarkFromObjectStorageOverThePicture() {
        byte[] mark = Pictures.png(Images.filled(Mode.RGBA, new ImageSize(30, 20), 1, 2, 3, 255));
        Output png = Output.of(OutputFormat.PNG);
        Pipeline marked = Pipeline.of(png, Scale.inside(300, 300), Watermark.of(Sha256.of(mark)));
        Pipeline missing = Pipeline.of(png, Watermark.of("f".repeat(64)));
        blobs().put(ObjectKeys.blob(Sha256.of(mark)), mark, "image/png", Map.of());

        List<ItemResult> outcome = done(chunk(Lane.BULK, source(0, picture(7), marked, missing)), 1)
                .getFirst()
                .results();

        assertThat(outcome.getFirst()).isInstanceOfSatisfying(ItemResult.Stored.class, stored -> {
            Image picture = Pictures.decode(blobs().get(ObjectKeys.rendition(stored.key())));
            assertThat(picture.component(stored.width() - 11, stored.height() - 11, 2))
                    .isEqualTo(3);
        });
        assertThat(outcome.get(1))
                .isInstanceOfSatisfying(
                        ItemResult.Failed.class,
                        failed -> assertThat(failed.code()).isEqualTo("watermark-missing"));
    }

    @Test
    void failsWhatIsBrokenForGood() {
        byte[] sound = picture(4);
        TransformRequested chunk =
                chunk(Lane.BULK, source(0, Arrays.copyOf(sound, sound.length / 2), SMALL), source(1, sound, SMALL));

        List<ItemResult> outcome = done(chunk, 1).getFirst().results();

        assertThat(outcome.getFirst())
                .isInstanceOfSatisfying(
                        ItemResult.Failed.class,
                        failed -> assertThat(failed.code()).isEqualTo("corrupt-image"));
        assertThat(outcome.get(1)).isInstanceOf(ItemResult.Stored.class);
    }

    @Test
    void reportsBackWhatObjectStorageCouldNotDo() {
        TransformRequested chunk = chunk(Lane.BULK, source(0, picture(5), SMALL));
        s3.stop();
        try {
            assertThat(done(chunk, 1).getFirst().results().getFirst())
                    .isInstanceOfSatisfying(
                            ItemResult.Unavailable.class,
                            unavailable -> assertThat(unavailable.code()).isEqualTo("storage-unavailable"));
        } finally {
            s3.start();
        }
        assertThat(done(chunk, 2).get(1).results().getFirst()).isInstanceOf(ItemResult.Stored.class);
    }

    @Test
    void putsAnUndecodableRequestAsideAndGoesOn() throws Exception {
        String topic = Topics.TRANSFORM_REQUESTS_BULK;
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            List<Future<?>> sent = new ArrayList<>();
            for (int partition = 0; partition < producer.partitionsFor(topic).size(); partition++) {
                sent.add(producer.send(
                        new ProducerRecord<>(topic, partition, null, "rubbish".getBytes(StandardCharsets.UTF_8))));
            }
            for (Future<?> each : sent) {
                each.get();
            }
        }
        results.await(Topics.dlq(topic), "rubbish");
        assertThat(done(chunk(Lane.BULK, source(0, picture(6), SMALL)), 1)
                        .getFirst()
                        .results()
                        .getFirst())
                .isInstanceOf(ItemResult.Stored.class);
    }

    @Test
    void tellsItsFormatsItsHealthAndItsInterface() throws Exception {
        assertThat(get("/v1/formats"))
                .contains(
                        "{\"id\":\"webp\",\"mediaType\":\"image/webp\",\"extension\":\"webp\",\"read\":true,\"write\":true,\"maxSide\":16383,")
                .contains("\"id\":\"svg\"");
        assertThat(get("/v1/operations"))
                .startsWith("{\"items\":[{\"op\":\"autorotate\"")
                .contains("\"unit\":\"pixels\"", "\"example\":{\"op\":\"flip\"", "\"additionalProperties\":false");
        assertThat(get("/actuator/health/liveness")).contains("\"UP\"");
        assertThat(get("/actuator/health/readiness")).contains("\"UP\"");
        assertThat(get("/v1/openapi/transform")).contains("listFormats", "listOperations");
    }

    private static String get(String path) throws Exception {
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .build();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(path).isEqualTo(200);
            return response.body();
        }
    }

    private static List<TransformFinished> done(TransformRequested chunk, int times) {
        service.getBean(EventBus.class)
                .publish(CloudEvent.now("urn:imagemill:test", chunk, Clock.systemUTC()), chunk.key());
        return results.of(chunk.chunkId(), times);
    }

    private static BlobStore blobs() {
        return service.getBean(BlobStore.class);
    }

    private static double decodes() {
        return service.getBean(MeterRegistry.class)
                .counter("imagemill.transform.decodes")
                .count();
    }

    private static byte[] picture(int variant) {
        return Pictures.jpeg(Pictures.photograph(600 + variant, 400));
    }

    private static SourceWork source(int firstItem, byte[] bytes, Pipeline... pipelines) {
        BlobRef blob = new BlobRef(Sha256.of(bytes), bytes.length, "image/jpeg");
        blobs().put(blob.objectKey(), bytes, "image/jpeg", Map.of());
        return Chunks.source(firstItem, blob, pipelines);
    }

    private static TransformRequested chunk(Lane lane, SourceWork... sources) {
        return new TransformRequested(Uuid7.next(), null, 1, lane, List.of(sources));
    }
}
