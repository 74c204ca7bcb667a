package dev.imagemill.ingest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.imagemill.contract.store.ObjectKeys;
import dev.imagemill.contract.store.Sha256;
import dev.imagemill.ingest.UploadClient.Answer;
import dev.imagemill.ingest.UploadClient.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class UploadIT {
    private static final byte[] TEXT = "This is no image, whatever it is called.".getBytes(UTF_8);
    private static final byte[] NOISE = new byte[70_000];
    private static final String PIPELINE =
            "{\"operations\":[{\"op\":\"scale\",\"width\":400}],\"output\":{\"format\":\"webp\"}}";

    @TempDir
    private static Path folder;

    private static RunningIngest ingest;
    private static UploadClient client;

    @BeforeAll
    static void start() {
        ingest = RunningIngest.start(
                folder,
                "--imagemill.ingest.max-file-bytes=2MB",
                "--imagemill.ingest.max-request-bytes=5MB",
                "--imagemill.ingest.max-files=4",
                "--imagemill.ingest.memory-per-request=32KB");
        client = new UploadClient(ingest.origin());
        ingest.publishPreset("thumbnails");
    }

    @AfterAll
    static void stop() throws IOException {
        client.close();
        ingest.close();
        try (Stream<Path> left = Files.walk(folder.resolve("temp"))) {
            assertThat(left.filter(file -> file.getFileName().toString().startsWith("body-")))
                    .isEmpty();
        }
    }

    @ParameterizedTest(name = "{argumentSetName}")
    @MethodSource
    void takesARawImage(byte[] image, String mediaType, String extension) {
        Answer answer = client.raw(image, mediaType, "?name=harbour." + extension);

        String sha256 = Sha256.of(image);
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body().path("errors")).isEmpty();
        assertThat(answer.body().path("images")).hasSize(1);
        JsonNode taken = answer.image(0);
        UUID id = UUID.fromString(taken.path("id").asString());
        assertThat(id.version()).isEqualTo(7);
        assertThat(taken.propertyNames())
                .containsExactly(
                        "id",
                        "name",
                        "href",
                        "sha256",
                        "bytes",
                        "mediaType",
                        "width",
                        "height",
                        "mode",
                        "orientation",
                        "duplicate");
        assertThat(taken.path("name").asString()).isEqualTo("harbour." + extension);
        assertThat(taken.path("href").asString()).isEqualTo("/v1/images/" + id);
        assertThat(taken.path("sha256").asString()).isEqualTo(sha256);
        assertThat(taken.path("bytes").asLong()).isEqualTo(image.length);
        assertThat(taken.path("mediaType").asString()).isEqualTo(mediaType);
        assertThat(taken.path("width").asInt()).isEqualTo(320);
        assertThat(taken.path("height").asInt()).isEqualTo(200);
        assertThat(taken.path("mode").asString()).isEqualTo("RGB");
        assertThat(taken.path("orientation").asInt()).isEqualTo(1);
        assertThat(taken.path("duplicate").asBoolean()).isFalse();
        assertThat(ingest.store().get(ObjectKeys.blob(sha256))).isEqualTo(image);
        assertThat(event(id).path("blob").path("sha256").asString()).isEqualTo(sha256);
    }

    static Stream<Arguments> takesARawImage() {
        return Stream.of(
                argumentSet("PNG", TestImages.png(320, 200, 1), "image/png", "png"),
                argumentSet("JPEG", TestImages.jpeg(320, 200, 2), "image/jpeg", "jpg"),
                argumentSet("WebP", TestImages.webp(320, 200), "image/webp", "webp"));
    }

    @Test
    void takesTheSoundFilesOfAFormAndTellsWhatIsWrongWithTheOthers() {
        byte[] png = TestImages.png(100, 50, 3);
        byte[] jpeg = TestImages.jpeg(1800, 1200, 4);

        Answer answer = client.form(
                "",
                Part.file("../a/first.png", png),
                Part.file("notes.txt", TEXT),
                Part.file("second.jpg", jpeg),
                Part.field("preset", "thumbnails"),
                Part.field("pipeline", PIPELINE));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body().path("images")).hasSize(2);
        assertThat(answer.image(0).path("name").asString()).isEqualTo("first.png");
        assertThat(answer.image(1).path("name").asString()).isEqualTo("second.jpg");
        assertThat(answer.image(1).path("width").asInt()).isEqualTo(1800);
        assertThat(answer.body().path("errors")).hasSize(1);
        JsonNode error = answer.body().path("errors").path(0);
        assertThat(error.path("name").asString()).isEqualTo("notes.txt");
        assertThat(error.path("problem").path("code").asString()).isEqualTo("not-an-image");
        assertThat(error.path("problem").path("status").asInt()).isEqualTo(415);
        assertThat(ingest.blobs()).contains(Sha256.of(png), Sha256.of(jpeg)).doesNotContain(Sha256.of(TEXT));
        JsonNode event = event(id(answer.image(0)));
        assertThat(event.path("preset").asString()).isEqualTo("thumbnails");
        assertThat(event.path("renditions")).hasSize(1);
        assertThat(event.path("renditions").path(0).path("name").asString()).matches("p[0-9a-f]{12}");
    }

    @Test
    void namesAnImageThatComesWithoutAName() {
        byte[] image = TestImages.png(20, 10, 5);

        Answer answer = client.raw(image, "application/octet-stream", "");

        assertThat(answer.image(0).path("name").asString())
                .isEqualTo("image-" + Sha256.of(image).substring(0, 8) + ".png");
    }

    @Test
    void storesABlobOnceHoweverOftenItComes() {
        byte[] image = TestImages.png(200, 100, 6);

        Answer first = client.form("", Part.file("a.png", image), Part.file("b.png", image));
        Answer second = client.raw(image, "image/png", "");

        assertThat(first.image(0).path("duplicate").asBoolean()).isFalse();
        assertThat(first.image(1).path("duplicate").asBoolean()).isTrue();
        assertThat(second.image(0).path("duplicate").asBoolean()).isTrue();
        assertThat(Stream.of(first.image(0), first.image(1), second.image(0)).map(UploadIT::id))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{argumentSetName}")
    @MethodSource
    void refusesARawBodyThatIsNoSoundImage(byte[] body, String contentType, int status, String code) {
        ingest.assertTakesNothing(() -> {
            Answer answer = client.raw(body, contentType, "");

            assertThat(answer.code()).isEqualTo(code);
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.body().path("status").asInt()).isEqualTo(status);
            assertThat(answer.body().path("detail").asString()).isNotBlank();
        });
    }

    static Stream<Arguments> refusesARawBodyThatIsNoSoundImage() {
        byte[] jpeg = TestImages.jpeg(64, 64, 7);
        byte[] png = TestImages.png(64, 64, 7);
        return Stream.of(
                argumentSet("nothing", new byte[0], "image/png", 400, "empty-body"),
                argumentSet("text as PNG", TEXT, "image/png", 415, "not-an-image"),
                argumentSet("text as text", TEXT, "text/plain", 415, "not-an-image"),
                argumentSet("JPEG as PNG", jpeg, "image/png", 415, "media-type-mismatch"),
                argumentSet(
                        "JPEG as a web form", jpeg, "application/x-www-form-urlencoded", 415, "media-type-mismatch"),
                argumentSet("JPEG cut off in its header", Arrays.copyOf(jpeg, 100), "image/jpeg", 422, "corrupt-image"),
                argumentSet("PNG cut off in its header", Arrays.copyOf(png, 20), "image/png", 422, "corrupt-image"),
                argumentSet(
                        "100,000 x 100,000", TestImages.pngOfSize(100_000, 100_000), "image/png", 422, "side-too-long"),
                argumentSet("PNG bomb", TestImages.pngBomb(30_000, 20_000), "image/png", 422, "too-many-pixels"),
                argumentSet("over the byte limit", new byte[2 * 1024 * 1024 + 1], "image/png", 413, "too-many-bytes"));
    }

    @Test
    void refusesAnImageWhoseNameLiesAboutItsType() {
        ingest.assertTakesNothing(() -> {
            Answer answer = client.form("", Part.file("harbour.png", TestImages.jpeg(64, 64, 8)));

            assertThat(answer.code()).isEqualTo("media-type-mismatch");
            assertThat(answer.status()).isEqualTo(415);
            assertThat(answer.body().path("detail").asString()).contains("harbour.png", "image/png", "image/jpeg");
        });
    }

    @Test
    void refusesABodyOverTheLimitWhoseLengthIsNotAnnounced() {
        ingest.assertTakesNothing(() -> {
            Answer answer = client.stream(() -> new ByteArrayInputStream(new byte[3 * 1024 * 1024]), "image/png", "");

            assertThat(answer.code()).isEqualTo("too-many-bytes");
            assertThat(answer.status()).isEqualTo(413);
        });
    }

    @Test
    void refusesOnlyTheFileOverTheLimitInAForm() {
        Answer answer = client.form(
                "", Part.file("big.png", new byte[3 * 1024 * 1024]), Part.file("a.png", TestImages.png(9, 9, 9)));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body().path("images")).hasSize(1);
        assertThat(answer.body().at("/errors/0/problem/code").asString()).isEqualTo("too-many-bytes");
    }

    @Test
    void refusesAFormOverTheLimit() {
        byte[] half = new byte[1_900_000];

        ingest.assertTakesNothing(() -> assertThat(
                        client.form("", Part.file("a", half), Part.file("b", half), Part.file("c", half))
                                .code())
                .isEqualTo("too-many-bytes"));
    }

    @Test
    void refusesMoreFilesThanAllowed() {
        Part[] parts = IntStream.range(0, 5)
                .mapToObj(i -> Part.file(i + ".png", TestImages.png(8, 8, 100 + i)))
                .toArray(Part[]::new);

        ingest.assertTakesNothing(() -> {
            Answer answer = client.form("", parts);

            assertThat(answer.code()).isEqualTo("too-many-files");
            assertThat(answer.status()).isEqualTo(413);
        });
    }

    @Test
    void refusesAFormOfNothingButBadFilesWithOneProblem() {
        ingest.assertTakesNothing(() -> {
            Answer answer = client.form("", Part.file("a.txt", TEXT), Part.file("b.png", new byte[0]));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.code()).isEqualTo("no-file-accepted");
            assertThat(answer.body().at("/errors/0/problem/code").asString()).isEqualTo("not-an-image");
            assertThat(answer.body().at("/errors/1/problem/code").asString()).isEqualTo("empty-body");
            assertThat(answer.body().at("/errors/1/name").asString()).isEqualTo("b.png");
        });
    }

    @Test
    void refusesAFormWithoutAFile() {
        ingest.assertTakesNothing(() -> assertThat(
                        client.form("", Part.field("preset", "thumbnails")).code())
                .isEqualTo("empty-body"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"holiday", "../blobs/x", "Thumbnails"})
    void refusesAnUnknownPreset(String preset) {
        ingest.assertTakesNothing(() -> {
            Answer answer =
                    client.form("", Part.file("a.png", TestImages.png(30, 30, 10)), Part.field("preset", preset));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.code()).isEqualTo("unknown-preset");
            assertThat(answer.body().path("pointer").asString()).isEqualTo("/preset");
        });
    }

    @ParameterizedTest
    @MethodSource
    void refusesAPipelineWithAPointerToTheFault(String pipeline, String pointer) {
        ingest.assertTakesNothing(() -> {
            Answer answer =
                    client.form("", Part.file("a.png", TestImages.png(30, 30, 11)), Part.field("pipeline", pipeline));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.code()).isEqualTo("invalid-pipeline");
            assertThat(answer.body().path("pointer").asString()).isEqualTo(pointer);
        });
    }

    static Stream<Arguments> refusesAPipelineWithAPointerToTheFault() {
        String format = "{\"operations\":[%s],\"output\":{\"format\":\"webp\"}}";
        return Stream.of(
                Arguments.of("{\"operations\":[", "/pipeline"),
                Arguments.of(format.formatted("{\"op\":\"explode\"}"), "/pipeline/operations/0/op"),
                Arguments.of(
                        format.formatted("{\"op\":\"watermark\",\"image\":\"01890a5d-ac96-774b-bcce-b302099a8057\"}"),
                        "/pipeline/operations/0/image"),
                Arguments.of(
                        format.formatted("{\"op\":\"autorotate\"},{\"op\":\"scale\",\"width\":-5}"),
                        "/pipeline/operations/1/width"),
                Arguments.of(
                        format.formatted("{\"op\":\"scale\",\"width\":5,\"wide\":1}"), "/pipeline/operations/0/wide"));
    }

    @Test
    void refusesParametersItDoesNotKnow() {
        ingest.assertTakesNothing(() -> assertThat(
                        client.raw(TestImages.png(30, 30, 12), "image/png", "?presett=thumbnails")
                                .code())
                .isEqualTo("invalid-request"));
    }

    @Test
    void answersARepeatedRequestWithTheSameIds() {
        String key = UUID.randomUUID().toString();
        byte[] image = TestImages.png(40, 30, 13);

        Answer first = client.raw(image, "image/png", "?preset=thumbnails", "Idempotency-Key", key);
        int events = ingest.events().size();
        Answer second = client.raw(image, "image/png", "?preset=thumbnails", "Idempotency-Key", key);

        assertThat(first.status()).isEqualTo(202);
        assertThat(second.status()).isEqualTo(202);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(ingest.events()).hasSize(events);
    }

    @Test
    void answersConcurrentRepetitionsWithTheSameIds() throws Exception {
        String[] key = {"Idempotency-Key", UUID.randomUUID().toString()};
        Part[] parts = {
            Part.file("a.png", TestImages.png(41, 30, 14)),
            Part.file("b.png", TestImages.png(41, 30, 15)),
            Part.file("c.txt", TEXT)
        };
        int events = ingest.events().size();
        Callable<Answer> upload = () -> client.form("", key, parts);

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = threads.invokeAll(Collections.nCopies(8, upload));
            JsonNode first = answers.getFirst().get().body();
            assertThat(first.path("images")).hasSize(2);
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().body()).isEqualTo(first);
            }
        }
        assertThat(ingest.events()).hasSize(events + 2);
    }

    @Test
    void refusesAnIdempotencyKeyThatWasUsedForSomethingElse() {
        String key = UUID.randomUUID().toString();
        byte[] image = TestImages.png(42, 30, 16);
        client.raw(image, "image/png", "", "Idempotency-Key", key);

        ingest.assertTakesNothing(() -> {
            Answer otherImage = client.raw(TestImages.png(42, 30, 17), "image/png", "", "Idempotency-Key", key);
            Answer otherWish = client.raw(image, "image/png", "?preset=thumbnails", "Idempotency-Key", key);

            assertThat(otherImage.code()).isEqualTo("idempotency-key-reused");
            assertThat(otherImage.status()).isEqualTo(422);
            assertThat(otherWish.code()).isEqualTo("idempotency-key-reused");
        });
    }

    @Test
    void keepsNothingOfAClientThatDisconnectsHalfWay() {
        sendHalfAndDisconnect("Content-Type: image/png", "Content-Length: 100000", "", "");
    }

    @Test
    void keepsNothingOfAClientThatDisconnectsWithinAChunk() {
        sendHalfAndDisconnect("Content-Type: image/png", "Transfer-Encoding: chunked", "", "186a0", "");
    }

    @Test
    void keepsNothingOfAFormThatDisconnectsHalfWay() {
        sendHalfAndDisconnect(
                "Content-Type: multipart/form-data; boundary=b",
                "Content-Length: 1000000",
                "",
                "--b",
                "Content-Disposition: form-data; name=\"f\"; filename=\"a.png\"",
                "",
                "");
    }

    @Test
    void refusesABodyOverTheLimitBeforeItIsSentToAClientThatAsksFirst() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), ingest.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(post("Content-Type: image/png", "Content-Length: 99000000", "Expect: 100-continue", "", ""));

            byte[] answer = socket.getInputStream().readNBytes(12);
            assertThat(new String(answer, US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void publishesOpenApiWithBothWaysToSend() {
        JsonNode api = client.get("/v1/openapi/ingest").body();

        JsonNode post = api.path("paths").path("/v1/uploads").path("post");
        assertThat(post.at("/requestBody/content").propertyNames()).contains("multipart/form-data", "image/*");
        assertThat(post.path("responses").propertyNames()).contains("202", "400", "413", "415", "422", "503");
        assertThat(post.path("parameters"))
                .extracting(p -> p.path("name").asString())
                .contains("Idempotency-Key", "name", "preset", "pipeline");
    }

    @Test
    void tellsThatItIsWell() {
        assertThat(client.get("/actuator/health").body().path("status").asString())
                .isEqualTo("UP");
        assertThat(client.get("/actuator/health/readiness")
                        .body()
                        .path("status")
                        .asString())
                .isEqualTo("UP");
    }

    private static void sendHalfAndDisconnect(String... lines) {
        ingest.assertTakesNothing(() -> {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), ingest.port())) {
                OutputStream out = socket.getOutputStream();
                out.write(post(lines));
                out.write(NOISE);
                out.flush();
                awaitTemporaryFile();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            awaitNoTemporaryFiles();
        });
    }

    private static byte[] post(String... lines) {
        return ("POST /v1/uploads HTTP/1.1\r\nHost: localhost\r\n" + String.join("\r\n", lines)).getBytes(US_ASCII);
    }

    private static void awaitTemporaryFile() {
        await(files -> files > 0);
    }

    private static void awaitNoTemporaryFiles() {
        await(files -> files == 0);
    }

    private static void await(LongPredicate condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> condition.test(temporaryFiles()));
    }

    private static long temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("temp"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("body-"))
                    .count();
        }
    }

    private static UUID id(JsonNode image) {
        return UUID.fromString(image.path("id").asString());
    }

    private static JsonNode event(UUID id) {
        return ingest.events().stream()
                .filter(event -> event.path("imageId").asString().equals(id.toString()))
                .findFirst()
                .orElseThrow();
    }
}
