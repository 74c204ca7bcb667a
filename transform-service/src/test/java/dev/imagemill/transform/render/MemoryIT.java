package dev.imagemill.transform.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.contract.store.ObjectKeys;
import dev.imagemill.contract.store.Sha256;
import dev.imagemill.transform.HttpDoors;
import dev.imagemill.transform.engine.Pictures;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Both HTTP doors of a worker that has memory for small pictures only. */
@Timeout(120)
class MemoryIT {
    private static final RenderProperties.Key KEY = new RenderProperties.Key("key", "a-secret-for-addresses");
    private static final String SMALL =
            "{\"operations\":[{\"op\":\"scale\",\"width\":60}],\"output\":{\"format\":\"png\"}}";
    private static final byte[] TOO_LARGE = Pictures.png(Pictures.photograph(900, 600));
    private static final byte[] SMALL_ENOUGH = Pictures.png(Pictures.photograph(90, 60));

    @TempDir
    private static Path folder;

    private static HttpDoors doors;

    @BeforeAll
    static void start() {
        doors = HttpDoors.start(
                folder,
                "imagemill.transform.memory=1MB",
                "imagemill.transform.render.keys[0].id=" + KEY.id(),
                "imagemill.transform.render.keys[0].secret=" + KEY.secret());
    }

    @AfterAll
    static void stop() {
        doors.close();
    }

    @Test
    void refusesForGoodWhatCouldNeverFitWhereAnImageComesWithTheRequest() {
        assertRefusedForGood(doors.send(transform(TOO_LARGE)));
        assertThat(doors.send(transform(SMALL_ENOUGH)).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesForGoodWhatCouldNeverFitAtASignedAddress() {
        assertRefusedForGood(render(TOO_LARGE));
        assertThat(render(SMALL_ENOUGH).statusCode()).isEqualTo(200);
    }

    private static HttpRequest.Builder transform(byte[] image) {
        return doors.to("/v1/transforms?pipeline=" + URLEncoder.encode(SMALL, UTF_8))
                .header("Content-Type", "image/png")
                .POST(HttpRequest.BodyPublishers.ofByteArray(image));
    }

    private static HttpResponse<byte[]> render(byte[] image) {
        String sha256 = Sha256.of(image);
        doors.blobs().put(ObjectKeys.blob(sha256), image, "image/png", Map.of());
        String pipeline = Base64.getUrlEncoder().withoutPadding().encodeToString(SMALL.getBytes(UTF_8));
        String text = pipeline + "/" + sha256;
        return doors.send(doors.to("/v1/render/" + new Signatures(List.of(KEY)).sign(text) + "/" + text));
    }

    private static void assertRefusedForGood(HttpResponse<byte[]> response) {
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(new String(response.body(), UTF_8))
                .contains("\"code\":\"too-much-memory\"")
                .containsPattern(
                        "this takes about \\d{7} bytes of memory, and the worker has 1048576 for all it works on");
        assertThat(response.headers().firstValue("Retry-After")).isEmpty();
        assertThat(doors.gauge("imagemill.transform.memory.free")).isEqualTo(1 << 20);
    }
}
