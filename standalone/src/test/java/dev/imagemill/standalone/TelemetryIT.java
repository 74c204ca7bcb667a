package dev.imagemill.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.cli.client.ImagemillClient;
import dev.imagemill.cli.client.Job;
import dev.imagemill.cli.client.Rendition;
import dev.imagemill.cli.client.Selection;
import dev.imagemill.cli.client.UploadFile;
import dev.imagemill.cli.client.UploadedImage;
import dev.imagemill.codec.Codec;
import dev.imagemill.codec.EncodeOptions;
import dev.imagemill.codec.ImageFormat;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import dev.imagemill.standalone.TraceReceiver.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the three services tell of their work: traces through all of them, and lines of log that name what they are about. */
class TelemetryIT {
    private static final String INGEST = "imagemill-ingest";
    private static final String STORAGE = "storage-service";
    private static final String TRANSFORM = "imagemill-transform";

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // by start()
    private static Deployment deployment;

    @SuppressWarnings("NullAway.Init") // by start()
    private static TraceReceiver traces;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        traces = TraceReceiver.start(folder.resolve("traces.txt"));
        deployment = Deployment.start(
                folder,
                Map.of(
                        "management.opentelemetry.tracing.export.otlp.endpoint", traces.endpoint(),
                        "management.opentelemetry.tracing.export.schedule-delay", "100ms",
                        "management.tracing.sampling.probability", "1.0",
                        "logging.structured.format.console", "ecs"));
    }

    @AfterAll
    static void stop() {
        deployment.close();
        traces.close();
    }

    @Test
    void followsAnImageFromItsUploadToItsRenditionsInOneTrace() throws Exception {
        UploadedImage image = upload("traced.png", picture(320, 240));
        awaitRenditions(image, "READY");
        Patience.await(
                "the upload's trace",
                () -> !sent("send imagemill.image-events", image).isEmpty());
        String id = sent("send imagemill.image-events", image).getFirst().trace();
        // Every service sends its spans by itself, some time after they have ended.
        Patience.await(
                "the last span of each service",
                () -> traces.trace(id).stream()
                        .map(Span::name)
                        .collect(Collectors.toSet())
                        .containsAll(List.of(
                                "http post /v1/uploads",
                                "process imagemill.transform-requests.interactive",
                                "process imagemill.transform-results")));
        List<Span> trace = traces.trace(id);
        Files.writeString(Path.of("target", "trace.txt"), TraceText.of(trace));

        assertThat(trace).extracting(Span::service).contains(INGEST, STORAGE, TRANSFORM);
        assertThat(names(trace, INGEST)).contains("http post /v1/uploads", "store blob", "send imagemill.image-events");
        assertThat(names(trace, STORAGE))
                .contains(
                        "process imagemill.image-events",
                        "release chunk",
                        "send imagemill.transform-requests.interactive",
                        "process imagemill.transform-results");
        assertThat(names(trace, TRANSFORM))
                .contains(
                        "process imagemill.transform-requests.interactive",
                        "image",
                        "fetch",
                        "plan",
                        "decode",
                        "render",
                        "store",
                        "send imagemill.transform-results");
        assertHangsTogether(trace);
    }

    @Test
    void givesAChunkOfAJobATraceOfItsOwnThatRefersToTheJobsRequest() throws Exception {
        UploadedImage image = upload("of-a-job.png", picture(200, 150));
        ImagemillClient catalogue = deployment.storage().client();
        Patience.await(
                "the image in the catalogue",
                () -> !catalogue.images("of-a-job", 1, null).items().isEmpty());
        Job job = catalogue.startJob("thumbnails", new Selection.Ids(List.of(image.id())));
        Patience.await("the job over", () -> catalogue.job(job.id()).isOver());
        Patience.await("the chunk's trace", () -> !released(job).isEmpty());

        Span chunk = released(job).getFirst();
        Span request = traces.named("http post /v1/jobs").getFirst();
        assertThat(chunk.isRoot()).isTrue();
        assertThat(chunk.trace()).isNotEqualTo(request.trace());
        assertThat(chunk.linkedTraces()).containsExactly(request.trace());
        Patience.await(
                "the worker in the chunk's trace",
                () -> traces.trace(chunk.trace()).stream()
                        .anyMatch(span ->
                                span.service().equals(TRANSFORM) && span.name().equals("image")));
    }

    @Test
    void namesTheImageInTheLogLineOfItsFailure() throws Exception {
        byte[] broken = picture(300, 200);
        Arrays.fill(broken, broken.length / 3, broken.length, (byte) 0);
        UploadedImage image = upload("broken.png", broken);
        awaitRenditions(image, "FAILED");
        Patience.await(
                "the trace of the failure",
                () -> !sent("send imagemill.image-events", image).isEmpty());

        JsonNode line = lines(deployment.worker().log())
                .filter(each -> each.path("imageId").asString("").equals(image.id()))
                .filter(each -> each.path("message").asString("").contains("not made"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line about " + image.id()));

        assertThat(line.at("/log/level").asString()).isEqualTo("INFO");
        assertThat(line.at("/service/name").asString()).isEqualTo(TRANSFORM);
        assertThat(line.get("chunkId").asString()).isNotEmpty();
        assertThat(line.get("item").asString()).matches("\\d+(,\\d+)*");
        assertThat(line.get("rendition").asString()).contains("thumbnails.");
        assertThat(line.get("traceId").asString())
                .isEqualTo(sent("send imagemill.image-events", image).getFirst().trace());
        assertThat(lines(deployment.worker().log())
                        .filter(each -> each.path("message").asString("").startsWith("chunk ")))
                .as("lines about chunks")
                .isNotEmpty()
                .allSatisfy(chunk -> {
                    assertThat(chunk.has("chunkId")).isTrue();
                    assertThat(chunk.has("imageId") || chunk.has("item")).isFalse();
                });
    }

    private static UploadedImage upload(String name, byte[] bytes) throws IOException {
        return deployment
                .ingest()
                .client()
                .upload(
                        List.of(new UploadFile(name, Files.write(folder.resolve(name), bytes))),
                        Map.of("preset", "thumbnails"),
                        (_, _) -> {})
                .images()
                .getFirst();
    }

    private static byte[] picture(int width, int height) {
        return Codec.encode(Images.create(Mode.RGB, new ImageSize(width, height)), EncodeOptions.of(ImageFormat.PNG));
    }

    private static void awaitRenditions(UploadedImage image, String state) throws InterruptedException {
        ImagemillClient catalogue = deployment.storage().client();
        Patience.await("renditions " + state, () -> {
            if (catalogue.images("", 200, null).items().stream()
                    .noneMatch(known -> known.id().equals(image.id()))) {
                return false;
            }
            List<Rendition> renditions = catalogue.renditions(image.id());
            return !renditions.isEmpty()
                    && renditions.stream()
                            .allMatch(rendition -> rendition.state().equals(state));
        });
    }

    private static List<Span> sent(String name, UploadedImage image) {
        return traces.named(name).stream()
                .filter(span -> image.id().equals(span.attributes().get("cloudevents.event_subject")))
                .toList();
    }

    private static List<Span> released(Job job) {
        return traces.named("release chunk").stream()
                .filter(span -> job.id().equals(span.attributes().get("imagemill.job.id")))
                .toList();
    }

    private static Set<String> names(List<Span> trace, String service) {
        return trace.stream()
                .filter(span -> span.service().equals(service))
                .map(Span::name)
                .collect(Collectors.toSet());
    }

    /** One root, and every other span below one that is there. */
    private static void assertHangsTogether(List<Span> trace) {
        Set<String> ids = trace.stream().map(Span::id).collect(Collectors.toSet());
        assertThat(trace).filteredOn(Span::isRoot).hasSize(1);
        assertThat(trace)
                .filteredOn(span -> !span.isRoot())
                .allSatisfy(span -> assertThat(ids).contains(span.parent()));
    }

    private static java.util.stream.Stream<JsonNode> lines(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .filter(line -> line.startsWith("{"))
                .map(line -> JsonMapper.shared().readTree(line));
    }
}
