package dev.imagemill.transform.render;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.imagemill.contract.event.BlobRef;
import dev.imagemill.contract.event.ItemResult;
import dev.imagemill.contract.event.Lane;
import dev.imagemill.contract.event.SourceWork;
import dev.imagemill.contract.event.WantedRendition;
import dev.imagemill.contract.pipeline.Output;
import dev.imagemill.contract.pipeline.OutputFormat;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.pipeline.Preset;
import dev.imagemill.contract.pipeline.RenditionSpec;
import dev.imagemill.contract.pipeline.Scale;
import dev.imagemill.contract.store.ObjectKeys;
import dev.imagemill.contract.store.RenditionKey;
import dev.imagemill.contract.store.Sha256;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.transform.HttpDoors;
import dev.imagemill.transform.admission.Admission;
import dev.imagemill.transform.engine.Pictures;
import dev.imagemill.transform.rendition.SourceWorker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RenderIT {
    private static final RenderProperties.Key NEW = new RenderProperties.Key("new", "a-secret-for-new-addresses");
    private static final RenderProperties.Key OLD = new RenderProperties.Key("old", "the-secret-of-old-addresses");
    private static final Signatures SIGNATURES = new Signatures(List.of(NEW, OLD));
    private static final Pipeline W40 = width(40);
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    @TempDir
    private static Path folder;

    private static HttpServer catalogue;
    private static HttpDoors doors;
    private static volatile boolean catalogueIsAway;

    @BeforeAll
    static void start() throws IOException {
        catalogue = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        catalogue.start();
        catalogue.createContext("/", exchange -> {
            byte[] body = "{\"code\":\"image-not-found\"}".getBytes(UTF_8);
            exchange.sendResponseHeaders(catalogueIsAway ? 503 : 404, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        doors = HttpDoors.start(
                folder,
                "imagemill.transform.admission.places=1",
                "imagemill.transform.admission.line=0",
                "imagemill.transform.catalogue.url=http://127.0.0.1:"
                        + catalogue.getAddress().getPort(),
                "imagemill.transform.catalogue.fresh=0s",
                "imagemill.transform.catalogue.pause=0s",
                "imagemill.transform.render.keys[0].id=" + NEW.id(),
                "imagemill.transform.render.keys[0].secret=" + NEW.secret(),
                "imagemill.transform.render.keys[1].id=" + OLD.id(),
                "imagemill.transform.render.keys[1].secret=" + OLD.secret());
        doors.publish(new Preset(
                "thumbnails", 1, List.of(new RenditionSpec("w40", W40), new RenditionSpec("w50", width(50)))));
    }

    @AfterAll
    static void stop() {
        doors.close();
        catalogue.stop(0);
    }

    @Test
    void makesAPictureOnceAndReadsItFromThenOn() throws InterruptedException {
        String sha256 = stored(1);
        double decodes = doors.decodes();

        HttpResponse<byte[]> first = get(signed(inline(W40), sha256));
        awaitStored();
        HttpResponse<byte[]> second = get(signed(inline(W40), sha256));

        assertThat(doors.decodes()).isEqualTo(decodes + 1);
        for (HttpResponse<byte[]> response : List.of(first, second)) {
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(header(response, "Content-Type")).isEqualTo("image/webp");
            assertThat(header(response, "Content-Length")).isEqualTo(Integer.toString(response.body().length));
            assertThat(header(response, "ETag")).isEqualTo("W/\"" + key(sha256, W40) + '"');
            assertThat(header(response, "Cache-Control")).isEqualTo(FOR_EVER);
            assertThat(header(response, "Imagemill-Width")).isEqualTo("40");
            assertThat(Pictures.decode(response.body()).size().width()).isEqualTo(40);
        }
        assertThat(second.body())
                .isEqualTo(first.body())
                .isEqualTo(doors.blobs().get(ObjectKeys.rendition(key(sha256, W40))));
    }

    @Test
    void answersWithTheWholePictureWhateverRangeIsAskedFor() {
        String path = signed(inline(W40), stored(21));
        byte[] whole = get(path).body();
        for (String range : List.of("bytes=0-9", "bytes=-5", "bytes=999999999-", "bytes=0-1,4-5", "lines=1-2")) {
            HttpResponse<byte[]> response = doors.send(doors.to(path).header("Range", range));
            assertThat(response.statusCode()).as(range).isEqualTo(200);
            assertThat(header(response, "Accept-Ranges")).isEqualTo("none");
            assertThat(response.body()).isEqualTo(whole);
        }
    }

    @Test
    void sharesRenditionsWithJobs() throws InterruptedException {
        String sha256 = stored(2);
        ItemResult.Stored ofJob = (ItemResult.Stored) job(sha256, width(50));
        double decodes = doors.decodes();

        HttpResponse<byte[]> response = get(signed("thumbnails.w50", sha256));

        assertThat(doors.decodes()).isEqualTo(decodes);
        assertThat(Sha256.of(response.body())).isEqualTo(ofJob.sha256());
        assertThat(get(signed("thumbnails.w40", sha256)).statusCode()).isEqualTo(200);
        awaitStored();
        assertThat(job(sha256, W40))
                .isInstanceOfSatisfying(
                        ItemResult.Stored.class,
                        stored -> assertThat(stored.reused()).isTrue());
    }

    @Test
    void computesOnceForAllWhoAskAtTheSameTime() throws Exception {
        String sha256 = stored(3);
        String path = signed(inline(width(300)), sha256);
        double decodes = doors.decodes();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<byte[]>>> all = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                all.add(clients.submit(() -> get(path)));
            }
            byte[] first = all.getFirst().get().body();
            for (Future<HttpResponse<byte[]>> each : all) {
                assertThat(each.get().statusCode()).isEqualTo(200);
                assertThat(each.get().body()).isEqualTo(first);
            }
        }
        assertThat(doors.decodes()).isEqualTo(decodes + 1);
    }

    @Test
    void answersTheNextRequestOfAClientThatDoesNotWait() throws IOException {
        String slow = "{\"output\":{\"format\":\"avif\",\"effort\":9,\"lossless\":true}}";
        String path = signed(Base64.getUrlEncoder().withoutPadding().encodeToString(slow.getBytes(UTF_8)), stored(16));
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), doors.port())) {
            client.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(UTF_8));
            client.getOutputStream()
                    .write("GET /v1/formats HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".getBytes(UTF_8));

            String answers = new String(client.getInputStream().readAllBytes(), ISO_8859_1);
            assertThat(answers)
                    .startsWith("HTTP/1.1 200")
                    .contains("Content-Type: image/avif", "{\"items\":[{\"id\":\"jpeg\"");
        }
    }

    @Test
    void tellsThatAPictureIsStillTheOne() {
        String sha256 = stored(4);
        String path = signed("thumbnails.w40", sha256);
        String tag = header(get(path), "ETag");

        for (String given : List.of(tag, "\"x\", " + tag.substring(2), "*")) {
            HttpResponse<byte[]> response = doors.send(doors.to(path).header("If-None-Match", given));
            assertThat(response.statusCode()).isEqualTo(304);
            assertThat(response.body()).isEmpty();
            assertThat(header(response, "ETag")).isEqualTo(tag);
            assertThat(header(response, "Cache-Control")).isEqualTo("public, max-age=60");
        }
        assertThat(doors.send(doors.to(path).header("If-None-Match", "\"other\""))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void describesAPictureWithoutSendingIt() {
        String path = signed("thumbnails.w40", stored(5));

        HttpResponse<byte[]> response = doors.send(doors.to(path).method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertThat(response.body()).isEmpty();
        assertThat(header(response, "Content-Length"))
                .isEqualTo(Integer.toString(get(path).body().length));
    }

    @Test
    void leavesTheFormatToTheClientAndSaysSo() {
        String sha256 = stored(14);
        Pipeline jpeg = Pipeline.of(Output.of(OutputFormat.JPEG), Scale.inside(40, 40));
        String open = jpeg.canonical().replace("\"jpeg\"", "\"auto\"");
        String path = signed(Base64.getUrlEncoder().withoutPadding().encodeToString(open.getBytes(UTF_8)), sha256);

        HttpResponse<byte[]> webp = doors.send(doors.to(path).header("Accept", "image/webp,*/*"));
        HttpResponse<byte[]> plain = get(path);
        HttpResponse<byte[]> none = doors.send(doors.to(path).header("Accept", "text/html"));

        assertThat(header(webp, "Content-Type")).isEqualTo("image/webp");
        assertThat(header(webp, "Vary")).isEqualTo("Accept");
        assertThat(header(webp, "ETag")).contains(key(sha256, W40));
        assertThat(header(plain, "Content-Type")).isEqualTo("image/jpeg");
        assertThat(header(plain, "ETag")).contains(key(sha256, jpeg));
        assertThat(header(plain, "Cache-Control")).isEqualTo(FOR_EVER);
        assertProblem(none, 406, "not-acceptable");
        assertThat(header(none, "Vary")).isEqualTo("Accept");
    }

    @Test
    void refusesWhatIsNotSignedSo() {
        String sha256 = stored(6);
        String text = "thumbnails.w40/" + sha256;
        String signature = SIGNATURES.sign(text);
        String otherKey = new Signatures(List.of(new RenderProperties.Key("new", "not-the-secret-it-is"))).sign(text);

        for (String path : List.of(
                signature + "/thumbnails.w50/" + sha256,
                signature + "/thumbnails.w40/" + stored(7),
                signature + "/" + text + "?expires=4000000000",
                otherKey + "/" + text,
                "x/" + text)) {
            HttpResponse<byte[]> response = get("/v1/render/" + path);
            assertProblem(response, 403, "invalid-signature");
            assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
        }
        String ofOldKey = new Signatures(List.of(OLD)).sign(text);
        assertThat(get("/v1/render/" + ofOldKey + "/" + text).statusCode()).isEqualTo(200);
    }

    @Test
    void endsWhenItExpires() {
        String sha256 = stored(8);
        long now = Instant.now().getEpochSecond();

        HttpResponse<byte[]> good = get(signed(inline(W40), sha256 + "?expires=" + (now + 1000)));

        assertThat(good.statusCode()).isEqualTo(200);
        assertThat(header(good, "Cache-Control")).matches("public, max-age=(9\\d\\d|1000)");
        assertProblem(get(signed(inline(W40), sha256 + "?expires=" + now)), 410, "url-expired");
        assertProblem(get(signed(inline(W40), sha256 + "?expires=soon")), 400, "invalid-request");
        assertProblem(get(signed(inline(W40), sha256 + "?width=9")), 400, "invalid-request");
    }

    @Test
    void findsAnImagesBytesInTheCatalogue() {
        UUID image = UUID.randomUUID();
        String sha256 = stored(9);
        register(image, sha256);

        HttpResponse<byte[]> response = get(signed("thumbnails.w40", image.toString()));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Cache-Control")).isEqualTo("public, max-age=60");
        assertThat(header(response, "ETag")).contains(key(sha256, W40));
        String other = stored(10);
        register(image, other);
        assertThat(header(get(signed("thumbnails.w40", image.toString())), "ETag"))
                .contains(key(other, W40));
    }

    @Test
    void saysThatAnImageIsNotThere() {
        assertProblem(get(signed("thumbnails.w40", UUID.randomUUID().toString())), 404, "image-not-found");
        assertProblem(get(signed("thumbnails.w40", "f".repeat(64))), 404, "image-not-found");
        assertProblem(get(signed("thumbnails.w40", "harbour.jpg")), 404, "image-not-found");
        assertProblem(get(signed("thumbnails", stored(11))), 422, "unknown-preset");
        assertProblem(get(signed("e30x", stored(11))), 422, "unknown-preset");
        assertProblem(get(signed("e30X", stored(11))), 422, "invalid-pipeline");
    }

    @Test
    void saysThatTheCatalogueIsAway() {
        catalogueIsAway = true;
        try {
            HttpResponse<byte[]> response =
                    get(signed("thumbnails.w40", UUID.randomUUID().toString()));
            assertProblem(response, 503, "catalog-unavailable");
            assertThat(header(response, "Retry-After")).isEqualTo("5");
        } finally {
            catalogueIsAway = false;
        }
    }

    @Test
    void saysThatObjectStorageIsAwayAndGoesOnAfterwards() {
        String path = signed("thumbnails.w40", stored(15));
        doors.s3().stop();
        try {
            HttpResponse<byte[]> response = get(path);
            assertProblem(response, 503, "storage-unavailable");
            assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
        } finally {
            doors.s3().start();
        }
        assertThat(get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void failsAsThePictureDoes() {
        byte[] broken = "no picture".getBytes(UTF_8);
        doors.blobs().put(ObjectKeys.blob(Sha256.of(broken)), broken, "image/jpeg", Map.of());

        assertProblem(get(signed("thumbnails.w40", Sha256.of(broken))), 415, "not-an-image");
    }

    @Test
    void turnsAwayWhatItWouldHaveToMakeAndStillServesWhatThereIs() throws Exception {
        String there = signed("thumbnails.w40", stored(12));
        assertThat(get(there).statusCode()).isEqualTo(200);
        awaitStored();
        CountDownLatch gate = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var unused = threads.submit(() -> doors.bean(Admission.class).work(() -> {
                gate.await();
                return "";
            }));
            doors.await("imagemill.transform.requests.working", 1);

            HttpResponse<byte[]> response = get(signed("thumbnails.w40", stored(13)));

            assertProblem(response, 429, "too-many-requests");
            assertThat(header(response, "Retry-After")).isEqualTo("2");
            assertThat(get(there).statusCode()).isEqualTo(200);
            gate.countDown();
        }
    }

    /** An answer does not wait for its rendition to be stored; the place where that is done is taken until then. */
    private static void awaitStored() throws InterruptedException {
        doors.await("imagemill.transform.requests.working", 0);
    }

    private static ItemResult job(String sha256, Pipeline pipeline) {
        BlobRef blob = new BlobRef(sha256, doors.blobs().get(ObjectKeys.blob(sha256)).length, "image/jpeg");
        WantedRendition wanted = new WantedRendition(0, "custom.a", key(sha256, pipeline), pipeline);
        return doors.bean(SourceWorker.class)
                .work(new SourceWork(UUID.randomUUID(), blob, List.of(wanted)), Lane.BULK)
                .results()
                .getFirst();
    }

    private static void register(UUID image, String sha256) {
        byte[] body = ("{\"id\":\"" + image + "\",\"sha256\":\"" + sha256
                        + "\",\"bytes\":10,\"mediaType\":\"image/jpeg\"}")
                .getBytes(UTF_8);
        try {
            catalogue.removeContext("/v1/images/" + image);
        } catch (IllegalArgumentException notYetThere) {
            assertThat(notYetThere).isNotNull();
        }
        catalogue.createContext("/v1/images/" + image, exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    /** Stores a picture that differs from those of other variants. */
    private static String stored(int variant) {
        byte[] jpeg = Pictures.jpeg(Pictures.photograph(300 + variant, 200));
        String sha256 = Sha256.of(jpeg);
        doors.blobs().put(ObjectKeys.blob(sha256), jpeg, "image/jpeg", Map.of());
        assertThat(Pictures.decode(jpeg).size()).isEqualTo(new ImageSize(300 + variant, 200));
        return sha256;
    }

    private static String signed(String pipeline, String imageAndQuery) {
        String text = pipeline + "/" + imageAndQuery;
        return "/v1/render/" + SIGNATURES.sign(text) + "/" + text;
    }

    private static String inline(Pipeline pipeline) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(pipeline.canonical().getBytes(UTF_8));
    }

    private static HttpResponse<byte[]> get(String path) {
        return doors.send(doors.to(path));
    }

    private static void assertProblem(HttpResponse<byte[]> response, int status, String code) {
        assertThat(new String(response.body(), UTF_8)).contains("\"code\":\"" + code + '"');
        assertThat(response.statusCode()).isEqualTo(status);
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String key(String sha256, Pipeline pipeline) {
        return RenditionKey.of(sha256, pipeline.digest()).digest();
    }

    private static Pipeline width(int width) {
        return Pipeline.of(Output.of(OutputFormat.WEBP), Scale.inside(width, width));
    }
}
