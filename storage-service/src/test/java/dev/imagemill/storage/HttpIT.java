package dev.imagemill.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.imagemill.contract.event.ImageUploaded;
import dev.imagemill.contract.id.Uuid7;
import dev.imagemill.contract.store.ObjectKeys;
import dev.imagemill.contract.store.Sha256;
import dev.imagemill.platform.blobstore.BlobStore;
import dev.imagemill.storage.StorageNode.Answer;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The HTTP API, on a node without workers. */
class HttpIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final byte[] BYTES = "not really a picture, but 40 bytes long!".getBytes(UTF_8);
    private static final String SHA256 = Sha256.of(BYTES);
    private static final String TAG = '"' + SHA256 + '"';

    private static TestInstallation installation;
    private static StorageNode node;
    private static Wire wire;
    private static ImageUploaded picture;

    @BeforeAll
    static void start() {
        installation = new TestInstallation("http");
        node = installation.start();
        wire = new Wire(installation);
        await().atMost(PATIENCE).until(() -> node.get("/v1/presets/thumbnails").status() == 200);
        node.bean(BlobStore.class).put(ObjectKeys.blob(SHA256), BYTES, "image/jpeg", Map.of());
        picture = Uploads.of(Uuid7.next(), "holiday/Übersicht \"1\".jpg", SHA256, BYTES.length, null, List.of());
        List<ImageUploaded> uploads = new ArrayList<>(IntStream.range(0, 25)
                .mapToObj(i -> Uploads.of("list/%02d.jpg".formatted(i)))
                .toList());
        uploads.add(picture);
        wire.send(installation.imageEvents, uploads.stream().map(Uploads::event).toList());
        await().atMost(PATIENCE).until(() -> installation.number("SELECT count(*) FROM image") == 26);
    }

    @AfterAll
    static void stop() {
        wire.close();
        node.close();
    }

    @Test
    void servesContentWithItsFacts() {
        Answer answer = node.get(content());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(BYTES);
        assertThat(answer.header("etag")).isEqualTo(TAG);
        assertThat(answer.header("content-type")).isEqualTo("image/jpeg");
        assertThat(answer.header("content-length")).isEqualTo("40");
        assertThat(answer.header("accept-ranges")).isEqualTo("bytes");
        assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(answer.header("content-security-policy")).contains("sandbox");
        assertThat(answer.header("content-disposition"))
                .isEqualTo("inline; filename=\"_bersicht _1_.jpg\"; filename*=UTF-8''%C3%9Cbersicht%20%221%22.jpg");
    }

    @Test
    void describesContentWithoutSendingIt() {
        Answer answer = node.send("HEAD", content(), null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("content-length")).isEqualTo("40");
        assertThat(answer.header("etag")).isEqualTo(TAG);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bytes=0-3   | 206 | bytes 0-3/40
            bytes=36-   | 206 | bytes 36-39/40
            bytes=-4    | 206 | bytes 36-39/40
            bytes=30-99 | 206 | bytes 30-39/40
            bytes=40-   | 416 | bytes */40
            bytes=-0    | 416 | bytes */40
            """)
    void servesARange(String range, int status, String contentRange) {
        Answer answer = node.get(content(), "Range", range);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("content-range")).isEqualTo(contentRange);
        if (status == 206) {
            int first = Integer.parseInt(contentRange.replaceAll("bytes (\\d+)-.*", "$1"));
            assertThat(answer.text())
                    .isEqualTo(new String(BYTES, UTF_8).substring(first, first + answer.body().length));
        } else {
            assertThat(answer.code()).isEqualTo("range-not-satisfiable");
        }
    }

    @Test
    void ignoresARangeOfAnotherStateAndSeveralRanges() {
        assertThat(node.get(content(), "Range", "bytes=0-3", "If-Range", "\"other\"")
                        .status())
                .isEqualTo(200);
        assertThat(node.get(content(), "Range", "bytes=0-3", "If-Range", TAG).status())
                .isEqualTo(206);
        assertThat(node.get(content(), "Range", "bytes=0-3,5-6").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            If-None-Match | "x", W/"%s" | 304
            If-None-Match | *           | 304
            If-None-Match | "x"         | 200
            If-Match      | "x"         | 412
            If-Match      | "%s"        | 200
            """)
    void honoursConditions(String header, String value, int status) {
        assertThat(node.get(content(), header, value.replace("%s", SHA256)).status())
                .isEqualTo(status);
    }

    @Test
    void pagesWithoutSkippingOrRepeatingWhileImagesComeIn() {
        List<String> names = new ArrayList<>();
        String cursor = "";
        int page = 0;
        do {
            JsonNode answer = node.get("/v1/images?limit=7" + cursor).json();
            answer.path("items").forEach(item -> names.add(item.path("name").asString()));
            if (page++ == 0) {
                long before = installation.number("SELECT count(*) FROM image");
                wire.send(installation.imageEvents, List.of(Uploads.event(Uploads.of("paging/new.jpg"))));
                await().atMost(PATIENCE).until(() -> installation.number("SELECT count(*) FROM image") > before);
            }
            cursor = answer.path("next").isNull()
                    ? ""
                    : "&cursor=" + answer.path("next").asString();
        } while (!cursor.isEmpty());

        assertThat(names).doesNotHaveDuplicates().doesNotContain("paging/new.jpg");
        assertThat(names.stream().filter(name -> name.startsWith("list/"))).hasSize(25);
    }

    @Test
    void listsByNamePrefixInTheOrderOfNames() {
        List<String> names = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode answer =
                    node.get("/v1/images?limit=10&namePrefix=list/" + cursor).json();
            answer.path("items").forEach(item -> names.add(item.path("name").asString()));
            cursor = answer.path("next").isNull()
                    ? ""
                    : "&cursor=" + answer.path("next").asString();
        } while (!cursor.isEmpty());

        assertThat(names).hasSize(25).isSorted();
        String umlaut = URLEncoder.encode("holiday/Ü", UTF_8);
        assertThat(node.get("/v1/images?namePrefix=" + umlaut)
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void revisesPresets() {
        String one = preset("{\"op\":\"rotate\",\"degrees\":90}");
        Answer created = node.send("PUT", "/v1/presets/turned", one);
        Answer same = node.send("PUT", "/v1/presets/turned", one.replace(",", " , "));
        Answer lost = node.send("PUT", "/v1/presets/turned", preset("{\"op\":\"autorotate\"}"), "If-Match", "\"9-x\"");
        Answer changed = node.send(
                "PUT", "/v1/presets/turned", preset("{\"op\":\"autorotate\"}"), "If-Match", created.header("etag"));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("location")).isEqualTo("/v1/presets/turned");
        assertThat(created.json().path("revision").asInt()).isEqualTo(1);
        assertThat(same.status()).isEqualTo(200);
        assertThat(same.json().path("revision").asInt()).isEqualTo(1);
        assertThat(lost.status()).isEqualTo(412);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("revision").asInt()).isEqualTo(2);
        assertThat(node.get("/v1/presets/turned", "If-None-Match", changed.header("etag"))
                        .status())
                .isEqualTo(304);
        assertThat(new String(node.bean(BlobStore.class).get(ObjectKeys.preset("turned")), UTF_8))
                .contains("\"revision\":2");
        assertThat(node.get("/v1/presets").json().path("items").size()).isBetween(2, 3);
    }

    @Test
    void makesOneJobOfARepeatedRequest() {
        String body = "{\"preset\":\"thumbnails\",\"selection\":{\"namePrefix\":\"list/\"}}";
        Answer first = node.send("POST", "/v1/jobs", body, "Idempotency-Key", "k1");
        Answer again = node.send("POST", "/v1/jobs", body, "Idempotency-Key", "k1");
        Answer other = node.send("POST", "/v1/jobs", body.replace("list/", "l"), "Idempotency-Key", "k1");

        assertThat(first.status()).isEqualTo(202);
        assertThat(again.header("location")).isEqualTo(first.header("location"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotency-key-reused");
        JsonNode job = first.json();
        assertThat(job.path("items").path("total").asLong()).isEqualTo(150);
        assertThat(job.path("revision").asInt()).isEqualTo(1);
        assertThat(job.path("selection").path("namePrefix").asString()).isEqualTo("list/");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a\tb"})
    void refusesAnIdempotencyKeyThatIsNotPrintable(String key) {
        assertIdempotencyKeyRefused(key);
    }

    @Test
    void refusesAnIdempotencyKeyThatIsTooLong() {
        assertIdempotencyKeyRefused("k".repeat(256));
    }

    private static void assertIdempotencyKeyRefused(String key) {
        String body = "{\"preset\":\"thumbnails\",\"selection\":{\"all\":true}}";

        Answer answer = node.send("POST", "/v1/jobs", body, "Idempotency-Key", key);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid-request");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {                                                                          | 400 | invalid-request  |
            []                                                                         | 400 | invalid-request  |
            {"selection":{"all":true}}                                                 | 400 | invalid-request  |
            {"preset":"thumbnails"}                                                    | 400 | invalid-request  |
            {"preset":"thumbnails","selection":{}}                                     | 400 | invalid-request  | /selection
            {"preset":"thumbnails","selection":{"all":true,"ids":[]}}                  | 400 | invalid-request  | /selection
            {"preset":"thumbnails","selection":{"all":false}}                          | 400 | invalid-request  | /selection/all
            {"preset":"thumbnails","selection":{"all":true},"x":1}                     | 400 | invalid-request  | /x
            {"preset":"thumbnails","selection":{"namePrefix":""}}                      | 400 | invalid-request  | /selection/namePrefix
            {"preset":"thumbnails","selection":{"ids":[]}}                             | 400 | invalid-request  | /selection/ids
            {"preset":"thumbnails","selection":{"ids":["nope"]}}                       | 400 | invalid-request  | /selection/ids/0
            {"preset":"thumbnails","selection":{"ids":["018f0000-0000-7000-8000-000000000000"]}} | 400 | invalid-request | /selection/ids/0
            {"preset":7,"selection":{"all":true}}                                      | 400 | invalid-request  | /preset
            {"preset":"nosuch","selection":{"all":true}}                               | 422 | unknown-preset   | /preset
            {"renditions":[{"name":"a","pipeline":{"operations":[{"op":"no"}],"output":{"format":"png"}}}],"selection":{"all":true}} | 422 | invalid-pipeline | /renditions/0/pipeline/operations/0/op
            """)
    void refusesABadJob(String body, int status, String code, @org.jspecify.annotations.Nullable String pointer) {
        Answer answer = node.send("POST", "/v1/jobs", body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.pointer()).isEqualTo(pointer == null ? "" : pointer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /v1/images?limit=0                                                      | 400 | invalid-request
            /v1/images?limit=1001                                                   | 400 | invalid-request
            /v1/images?limit=x                                                      | 400 | invalid-request
            /v1/images?cursor=!!                                                    | 400 | invalid-request
            /v1/images?cursor=aW1hZ2Vz                                              | 400 | invalid-request
            /v1/images/nope                                                         | 400 | invalid-request
            /v1/images/018f0000-0000-7000-8000-000000000000                         | 404 | image-not-found
            /v1/images/018f0000-0000-7000-8000-000000000000/content                 | 404 | image-not-found
            /v1/images/018f0000-0000-7000-8000-000000000000/versions                | 404 | image-not-found
            /v1/images/018f0000-0000-7000-8000-000000000000/renditions              | 404 | image-not-found
            /v1/images/018f0000-0000-7000-8000-000000000000/renditions/thumbnails.w1| 404 | image-not-found
            /v1/presets/nosuch                                                      | 404 | preset-not-found
            /v1/jobs/018f0000-0000-7000-8000-000000000000                           | 404 | job-not-found
            /v1/jobs/018f0000-0000-7000-8000-000000000000/failures                  | 404 | job-not-found
            /v1/nothing                                                             | 404 | not-found
            """)
    void answersBadRequestsWithProblems(String path, int status, String code) {
        Answer answer = node.get(path.strip());

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void refusesBadPresets() {
        assertThat(node.send("PUT", "/v1/presets/custom", preset("{\"op\":\"autorotate\"}"))
                        .code())
                .isEqualTo("invalid-preset");
        assertThat(node.send("PUT", "/v1/presets/p", "{\"renditions\":[]}").pointer())
                .isEqualTo("/renditions");
        assertThat(node.send("PUT", "/v1/presets/p", null, "Content-Type", "application/json")
                        .code())
                .isEqualTo("empty-body");
        assertThat(node.send("PUT", "/v1/presets/p", preset("{\"op\":\"scale\",\"width\":-1}"))
                        .pointer())
                .isEqualTo("/renditions/0/pipeline/operations/0/width");
        assertThat(node.get("/v1/presets/p").status()).isEqualTo(404);
    }

    @Test
    void namesTheImageOfAWatermarkByItsFile() {
        String body = """
                {"renditions": [{"name": "w", "pipeline": {"operations": [{"op": "watermark", "image": "%s"}],
                                                           "output": {"format": "png"}}}]}
                """;
        Answer saved = node.send("PUT", "/v1/presets/marked", body.formatted(picture.imageId()));
        assertThat(saved.status()).isEqualTo(201);
        assertThat(saved.json().at("/renditions/0/pipeline/operations/0").toString())
                .isEqualTo("{\"op\":\"watermark\",\"blob\":\"" + SHA256 + "\"}");

        Answer refused = node.send("PUT", "/v1/presets/marked", body.formatted("01890a5d-ac96-774b-bcce-b302099a8057"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("watermark-missing");
        assertThat(refused.pointer()).isEqualTo("/renditions/0/pipeline/operations/0/image");
        String job = body.formatted("01890a5d-ac96-774b-bcce-b302099a8057")
                .replaceFirst("\\{", "{\"selection\":{\"all\":true},");
        assertThat(node.send("POST", "/v1/jobs", job).code()).isEqualTo("watermark-missing");
    }

    @Test
    void saysThatARenditionIsNotReady() {
        ImageUploaded upload = Uploads.of("waiting.jpg", "thumbnails");
        wire.send(installation.imageEvents, List.of(Uploads.event(upload)));
        String href = "/v1/images/" + upload.imageId() + "/renditions/thumbnails.w400";
        await().atMost(PATIENCE).until(() -> node.get(href).status() == 200);

        assertThat(node.get(href).json().path("state").asString()).isEqualTo("PENDING");
        assertThat(node.get(href + "/content").code()).isEqualTo("rendition-not-ready");
        assertThat(node.get(href + "9").code()).isEqualTo("rendition-not-found");
    }

    @Test
    void describesItselfAndItsHealth() {
        List<String> paths = new ArrayList<>();
        node.get("/v1/openapi/storage").json().path("paths").propertyNames().forEach(paths::add);
        Collections.sort(paths);

        assertThat(paths).contains("/v1/images", "/v1/jobs/{id}/failures", "/v1/presets/{name}");
        assertThat(node.get("/actuator/health/readiness").json().path("status").asString())
                .isEqualTo("UP");
    }

    private static String preset(String operation) {
        return "{\"renditions\":[{\"name\":\"r\",\"pipeline\":{\"operations\":[" + operation
                + "],\"output\":{\"format\":\"webp\"}}}]}";
    }

    private static String content() {
        return "/v1/images/" + picture.imageId() + "/content";
    }
}
