package dev.imagemill.transform.transforms;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.imagemill.codec.Codec;
import dev.imagemill.codec.Limits;
import dev.imagemill.contract.pipeline.Output;
import dev.imagemill.contract.pipeline.OutputFormat;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.pipeline.Preset;
import dev.imagemill.contract.pipeline.RenditionSpec;
import dev.imagemill.contract.pipeline.Scale;
import dev.imagemill.contract.store.ObjectKeys;
import dev.imagemill.contract.store.Sha256;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.transform.HttpDoors;
import dev.imagemill.transform.admission.Admission;
import dev.imagemill.transform.engine.InkProfile;
import dev.imagemill.transform.engine.Pictures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(120)
class TransformsIT {
    private static final String SMALL = pipeline("{'op':'scale','width':60}", "png");
    private static final String GREY = pipeline("{'op':'convert','mode':'L'}", "png");
    private static final String OUTSIDE = pipeline("{'op':'crop','x':5000,'width':10,'height':10}", "png");
    private static final byte[] PHOTOGRAPH = Pictures.jpeg(Pictures.photograph(300, 200));

    @TempDir
    private static Path folder;

    private static HttpDoors doors;

    @BeforeAll
    static void start() {
        doors = HttpDoors.start(
                folder,
                "imagemill.transform.threads=2",
                "imagemill.transform.admission.places=2",
                "imagemill.transform.admission.line=1",
                "imagemill.transform.requests.max-file-bytes=2MB",
                "imagemill.transform.requests.memory-per-request=100KB",
                "imagemill.transform.limits.max-pixels=4000000");
        doors.publish(new Preset(
                "thumbnails",
                1,
                List.of(rendition("w40", 40, OutputFormat.WEBP), rendition("w80", 80, OutputFormat.JPEG))));
    }

    @AfterAll
    static void stop() {
        doors.close();
    }

    @Test
    void answersWithThePictureAlone() {
        HttpResponse<byte[]> response = doors.send(raw(PHOTOGRAPH, SMALL));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Content-Type")).isEqualTo("image/png");
        assertThat(header(response, "ETag")).isEqualTo('"' + Sha256.of(response.body()) + '"');
        assertThat(header(response, "Content-Length")).isEqualTo(Integer.toString(response.body().length));
        assertThat(header(response, "Imagemill-Width")).isEqualTo("60");
        assertThat(header(response, "Imagemill-Height")).isEqualTo("40");
        assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
        assertThat(Pictures.decode(response.body()).size()).isEqualTo(new ImageSize(60, 40));
    }

    @Test
    void takesThePipelineFromAFormAHeaderOrAPreset() {
        HttpResponse<byte[]> inQuery = doors.send(raw(PHOTOGRAPH, SMALL));

        assertThat(doors.send(form(PHOTOGRAPH, SMALL)).body()).isEqualTo(inQuery.body());
        assertThat(doors.send(doors.to("/v1/transforms")
                                .header("Imagemill-Pipeline", SMALL)
                                .POST(HttpRequest.BodyPublishers.ofByteArray(PHOTOGRAPH)))
                        .body())
                .isEqualTo(inQuery.body());
        HttpResponse<byte[]> ofPreset = doors.send(raw(PHOTOGRAPH, "thumbnails.w40"));
        assertThat(header(ofPreset, "Content-Type")).isEqualTo("image/webp");
        assertThat(header(ofPreset, "Content-Disposition")).isEqualTo("inline; filename=\"thumbnails.w40.webp\"");
    }

    @Test
    void separatesForAProfileThatLiesInObjectStorage() {
        byte[] profile = InkProfile.bytes();
        String separation = pipeline("{'op':'colorspace','to':'cmyk','profile':'" + Sha256.of(profile) + "'}", "tiff");

        HttpResponse<byte[]> missing = doors.send(raw(PHOTOGRAPH, separation));
        doors.blobs().put(ObjectKeys.blob(Sha256.of(profile)), profile, "application/vnd.iccprofile", Map.of());
        HttpResponse<byte[]> made = doors.send(raw(PHOTOGRAPH, separation));

        assertThat(missing.statusCode()).isEqualTo(422);
        assertThat(new String(missing.body(), UTF_8))
                .contains("\"profile-missing\"")
                .contains("\"/pipeline/operations/0/profile\"");
        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(Codec.metadata(made.body(), Limits.DEFAULT).profile())
                .hasValueSatisfying(written -> assertThat(written.toArray()).isEqualTo(profile));
    }

    @Test
    void readsAnImageTooLargeForMemoryFromAFileThatIsGoneAfterwards() throws IOException {
        byte[] large = Pictures.png(Pictures.photograph(500, 400));
        assertThat(large.length).isGreaterThan(100_000);

        assertThat(doors.send(form(large, SMALL)).statusCode()).isEqualTo(200);

        try (Stream<Path> files = java.nio.file.Files.walk(folder.resolve("temporary"))) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("body-")))
                    .isEmpty();
        }
    }

    @Test
    void sendsSeveralPicturesInPartsFromOneDecode() {
        double decodes = doors.decodes();

        HttpResponse<byte[]> response = doors.send(form(PHOTOGRAPH, SMALL, "thumbnails", GREY, OUTSIDE));

        assertThat(doors.decodes()).isEqualTo(decodes + 1);
        assertThat(header(response, "Content-Type")).startsWith("multipart/mixed; boundary=");
        Map<String, byte[]> parts = parts(response);
        assertThat(parts).hasSize(5);
        List<byte[]> bodies = List.copyOf(parts.values());
        List<String> headers = List.copyOf(parts.keySet());
        assertThat(Pictures.decode(bodies.getFirst()).size()).isEqualTo(new ImageSize(60, 40));
        assertThat(headers.get(1))
                .contains(
                        "Content-Type: image/webp",
                        "name=\"thumbnails.w40\"; filename=\"thumbnails.w40.webp\"",
                        "Imagemill-Width: 40");
        assertThat(Pictures.decode(bodies.get(2)).size().width()).isEqualTo(80);
        assertThat(Pictures.decode(bodies.get(3)).mode().name()).isEqualTo("L");
        assertThat(headers.get(4)).contains("Content-Type: application/problem+json");
        assertThat(JsonMapper.shared().readTree(bodies.get(4)).get("code").stringValue())
                .isEqualTo("operation-out-of-bounds");
    }

    @Test
    void sendsAZipFileIfThatIsAskedFor() throws IOException {
        HttpRequest.Builder request = form(PHOTOGRAPH, "thumbnails", OUTSIDE, SMALL, SMALL);

        HttpResponse<byte[]> response = doors.send(request.header("Accept", "application/zip"));

        assertThat(header(response, "Content-Type")).isEqualTo("application/zip");
        Map<String, byte[]> members = members(response.body());
        assertThat(members.keySet())
                .satisfiesExactly(
                        name -> assertThat(name).isEqualTo("thumbnails.w40.webp"),
                        name -> assertThat(name).isEqualTo("thumbnails.w80.jpg"),
                        name -> assertThat(name).matches("p[0-9a-f]{12}\\.problem\\.json"),
                        name -> assertThat(name).matches("p[0-9a-f]{12}\\.png"),
                        name -> assertThat(name).matches("p[0-9a-f]{12}-2\\.png"));
        assertThat(Pictures.decode(List.copyOf(members.values()).get(1)).size().width())
                .isEqualTo(80);
        assertThat(doors.send(request).body()).isEqualTo(response.body());
    }

    @Test
    void leavesTheFormatToTheClient() {
        String open = pipeline("{'op':'scale','width':60}", "auto");

        HttpResponse<byte[]> webp = doors.send(raw(PHOTOGRAPH, open).header("Accept", "image/webp"));
        HttpResponse<byte[]> plain = doors.send(raw(PHOTOGRAPH, open));

        assertThat(header(webp, "Content-Type")).isEqualTo("image/webp");
        assertThat(header(webp, "Vary")).isEqualTo("Accept");
        assertThat(header(plain, "Content-Type")).isEqualTo("image/jpeg");
        assertThat(header(doors.send(raw(PHOTOGRAPH, SMALL)), "Vary")).isEmpty();
    }

    static Stream<Arguments> refused() {
        byte[] bomb = Pictures.png(Pictures.photograph(2001, 2000));
        return Stream.of(
                arguments(raw("no picture".getBytes(UTF_8), SMALL), 415, "not-an-image", null),
                arguments(raw(Arrays.copyOf(PHOTOGRAPH, PHOTOGRAPH.length / 2), SMALL), 422, "corrupt-image", null),
                arguments(raw(new byte[0], SMALL), 400, "empty-body", null),
                arguments(raw(new byte[(2 << 20) + 1], SMALL), 413, "too-many-bytes", null),
                arguments(raw(Arrays.copyOf(bomb, 200_000), SMALL), 422, "too-many-pixels", null),
                arguments(raw(PHOTOGRAPH), 400, "invalid-request", "/pipeline"),
                arguments(raw(PHOTOGRAPH, "{"), 422, "invalid-pipeline", "/pipeline"),
                arguments(
                        raw(PHOTOGRAPH, pipeline("{'op':'scale','width':-5}", "png")),
                        422,
                        "invalid-pipeline",
                        "/pipeline/operations/0/width"),
                arguments(
                        form(PHOTOGRAPH, SMALL, pipeline("{'op':'swirl'}", "png")),
                        422,
                        "invalid-pipeline",
                        "/pipeline/1/operations/0/op"),
                arguments(raw(PHOTOGRAPH, "miniatures"), 422, "unknown-preset", "/pipeline"),
                arguments(raw(PHOTOGRAPH, "thumbnails.w41"), 422, "unknown-preset", "/pipeline"),
                arguments(raw(PHOTOGRAPH, OUTSIDE), 422, "operation-out-of-bounds", "/pipeline/operations/0"),
                arguments(
                        doors("/v1/transforms?width=9").POST(HttpRequest.BodyPublishers.ofByteArray(PHOTOGRAPH)),
                        400,
                        "invalid-request",
                        null),
                arguments(
                        doors("/v1/transforms?pipeline=thumbnails")
                                .header("Content-Type", "multipart/mixed; boundary=x")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(PHOTOGRAPH)),
                        415,
                        "unsupported-media-type",
                        null),
                arguments(
                        doors("/v1/transforms")
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "--x\r\nContent-Disposition: form-data; name=\"file\"")),
                        400,
                        "upload-interrupted",
                        null));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void saysWhatIsWrong(HttpRequest.Builder request, int status, String code, String pointer) {
        HttpResponse<byte[]> response = doors.send(request);

        JsonNode problem = JsonMapper.shared().readTree(response.body());
        assertThat(problem.get("code").stringValue()).as("%s", problem).isEqualTo(code);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
        if (pointer == null) {
            assertThat(problem.has("pointer")).isFalse();
        } else {
            assertThat(problem.get("pointer").stringValue()).isEqualTo(pointer);
        }
    }

    @Test
    void turnsAwayAtOnceWhoFindsNoPlaceEvenInTheLine() throws Exception {
        try (Occupied occupied = new Occupied(3)) {
            occupied.awaitFull();

            HttpResponse<byte[]> response = doors.send(raw(PHOTOGRAPH, SMALL));

            assertThat(response.statusCode()).isEqualTo(429);
            assertThat(header(response, "Retry-After")).isEqualTo("2");
            assertThat(new String(response.body(), UTF_8)).contains("\"code\":\"too-many-requests\"");
        }
        doors.await("imagemill.transform.requests.working", 0);
        assertThat(doors.send(raw(PHOTOGRAPH, SMALL)).statusCode()).isEqualTo(200);
    }

    @Test
    void freesThePlaceInTheLineOfAClientThatGoesAway() throws Exception {
        try (Occupied _ = new Occupied(2)) {
            doors.await("imagemill.transform.requests.working", 2);
            try (Socket _ = sendWithoutWaiting(PHOTOGRAPH, SMALL)) {
                doors.await("imagemill.transform.requests.waiting", 1);
            }
            doors.await("imagemill.transform.requests.waiting", 0);
        }
    }

    @Test
    void takesTheBytesOfANextRequestForNoGoodbye() throws Exception {
        try (Occupied occupied = new Occupied(2);
                Socket client = sendWithoutWaiting(PHOTOGRAPH, SMALL)) {
            String next = "GET /v1/formats HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
            client.getOutputStream().write(next.getBytes(UTF_8));
            doors.await("imagemill.transform.requests.waiting", 1);
            Thread.sleep(600);
            assertThat(doors.gauge("imagemill.transform.requests.waiting")).isEqualTo(1);
            occupied.release();

            String answers = new String(client.getInputStream().readAllBytes(), ISO_8859_1);
            assertThat(answers).startsWith("HTTP/1.1 200").contains("Imagemill-Width: 60", "Connection: close");
            assertThat(answers.lastIndexOf("HTTP/1.1"))
                    .as("a next request is left to another connection")
                    .isZero();
        }
    }

    @Test
    void freesThePlaceOfAClientThatGoesAwayWhileItsPictureIsMade() throws Exception {
        byte[] picture = Pictures.jpeg(Pictures.photograph(500, 400));
        double memory = doors.gauge("imagemill.transform.memory.free");
        String slow = "{\"output\":{\"format\":\"avif\",\"effort\":9,\"lossless\":true}}";
        try (Socket _ = sendWithoutWaiting(picture, slow)) {
            doors.await("imagemill.transform.requests.working", 1);
            while (doors.gauge("imagemill.transform.memory.free") == memory) {
                Thread.sleep(10);
            }
        }
        doors.await("imagemill.transform.requests.working", 0);
        assertThat(doors.gauge("imagemill.transform.memory.free"))
                .as("what native code still works on is kept for it")
                .isLessThan(memory);
        doors.await("imagemill.transform.memory.free", memory);
    }

    @Test
    void describesItself() {
        assertThat(new String(doors.send(doors("/v1/openapi/transform")).body(), UTF_8))
                .contains("\"/v1/transforms\"", "multipart/form-data", "TransformForm", "too-many-requests");
    }

    /** Everything taken that can be taken, until it is closed. */
    private static final class Occupied implements AutoCloseable {
        private final CountDownLatch gate = new CountDownLatch(1);
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

        Occupied(int requests) {
            Admission admission = doors.bean(Admission.class);
            for (int i = 0; i < requests; i++) {
                var unused = threads.submit(() -> admission.work(() -> {
                    gate.await();
                    return "";
                }));
            }
        }

        void awaitFull() throws InterruptedException {
            doors.await("imagemill.transform.requests.working", 2);
            doors.await("imagemill.transform.requests.waiting", 1);
        }

        void release() {
            gate.countDown();
        }

        @Override
        public void close() {
            release();
            threads.close();
        }
    }

    private static Socket sendWithoutWaiting(byte[] image, String pipeline) throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), doors.port());
        String head = "POST /v1/transforms?pipeline=" + URLEncoder.encode(pipeline, UTF_8)
                + " HTTP/1.1\r\nHost: x\r\nContent-Type: image/jpeg\r\nContent-Length: " + image.length + "\r\n\r\n";
        client.getOutputStream().write(head.getBytes(UTF_8));
        client.getOutputStream().write(image);
        client.getOutputStream().flush();
        return client;
    }

    private static HttpRequest.Builder doors(String path) {
        return doors.to(path);
    }

    private static HttpRequest.Builder raw(byte[] image, String... pipelines) {
        String query = String.join(
                "&",
                Arrays.stream(pipelines)
                        .map(pipeline -> "pipeline=" + URLEncoder.encode(pipeline, UTF_8))
                        .toList());
        return doors.to("/v1/transforms" + (query.isEmpty() ? "" : "?" + query))
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(image));
    }

    private static HttpRequest.Builder form(byte[] image, String... pipelines) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (String pipeline : pipelines) {
            body.writeBytes(("--edge\r\nContent-Disposition: form-data; name=\"pipeline\"\r\n\r\n" + pipeline + "\r\n")
                    .getBytes(UTF_8));
        }
        body.writeBytes(
                "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"
                        .getBytes(UTF_8));
        body.writeBytes(image);
        body.writeBytes("\r\n--edge--\r\n".getBytes(UTF_8));
        return doors.to("/v1/transforms")
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
    }

    /** Headers and body of each part. */
    private static Map<String, byte[]> parts(HttpResponse<byte[]> response) {
        String type = header(response, "Content-Type");
        String edge = "--" + type.substring(type.indexOf('=') + 1);
        String body = new String(response.body(), ISO_8859_1);
        assertThat(body).endsWith(edge + "--\r\n");
        Map<String, byte[]> parts = new LinkedHashMap<>();
        String[] pieces = body.split(edge, -1);
        for (String piece : Arrays.asList(pieces).subList(1, pieces.length - 1)) {
            int blank = piece.indexOf("\r\n\r\n");
            parts.put(
                    piece.substring(2, blank),
                    piece.substring(blank + 4, piece.length() - 2).getBytes(ISO_8859_1));
        }
        return parts;
    }

    private static Map<String, byte[]> members(byte[] zip) throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
                members.put(entry.getName(), in.readAllBytes());
            }
        }
        return members;
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String pipeline(String operation, String format) {
        return ("{'operations':[" + operation + "],'output':{'format':'" + format + "'}}").replace('\'', '"');
    }

    private static RenditionSpec rendition(String name, int side, OutputFormat format) {
        return new RenditionSpec(name, Pipeline.of(Output.of(format), Scale.inside(side, side)));
    }
}
