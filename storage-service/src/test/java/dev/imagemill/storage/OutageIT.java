package dev.imagemill.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.imagemill.contract.event.ImageUploaded;
import dev.imagemill.contract.id.Uuid7;
import dev.imagemill.contract.store.ObjectKeys;
import dev.imagemill.contract.store.Sha256;
import dev.imagemill.platform.blobstore.BlobStore;
import dev.imagemill.storage.StorageNode.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the service stands on goes away and comes back. */
class OutageIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final byte[] BYTES = "bytes".getBytes(UTF_8);

    private static TestInstallation installation;
    private static StorageNode node;
    private static Wire wire;

    @BeforeAll
    static void start() {
        installation = new TestInstallation("outage");
        node = installation.start("imagemill.kafka.longest-retry-delay=2s");
        wire = new Wire(installation);
        await().atMost(PATIENCE).until(() -> node.get("/v1/presets/thumbnails").status() == 200);
    }

    @AfterAll
    static void stop() {
        wire.close();
        node.close();
    }

    @Test
    void losesNoUploadWhilePostgresIsAway() {
        ImageUploaded before = tell(Uploads.of("before.jpg", "thumbnails"));
        awaitKnown(before);

        installation.backends.postgres().kill();
        ImageUploaded meanwhile = tell(Uploads.of("meanwhile.jpg", "thumbnails"));
        Answer away = node.get("/v1/images");
        Answer job = node.send("POST", "/v1/jobs", "{\"preset\":\"thumbnails\",\"selection\":{\"all\":true}}");
        installation.backends.postgres().start();

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.code()).isEqualTo("catalog-unavailable");
        assertThat(away.header("retry-after")).isNotEmpty();
        assertThat(job.code()).isEqualTo("catalog-unavailable");
        await().atMost(PATIENCE).until(() -> node.get("/v1/images").status() == 200);
        awaitKnown(meanwhile);
        ImageUploaded after = tell(Uploads.of("after.jpg"));
        awaitKnown(after);
    }

    @Test
    void answersWithAProblemWhileObjectStorageIsAway() {
        String sha256 = Sha256.of(BYTES);
        node.bean(BlobStore.class).put(ObjectKeys.blob(sha256), BYTES, "image/jpeg", Map.of());
        ImageUploaded image = tell(Uploads.of(Uuid7.next(), "away.jpg", sha256, BYTES.length, null, List.of()));
        awaitKnown(image);
        String content = "/v1/images/" + image.imageId() + "/content";

        installation.backends.s3().kill();
        Answer away = node.get(content);
        Answer preset = node.send(
                "PUT",
                "/v1/presets/away",
                "{\"renditions\":[{\"name\":\"r\",\"pipeline\":{\"output\":{\"format\":\"webp\"}}}]}");
        installation.backends.s3().start();

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.code()).isEqualTo("storage-unavailable");
        assertThat(away.header("retry-after")).isNotEmpty();
        assertThat(preset.code()).isEqualTo("storage-unavailable");
        await().atMost(PATIENCE).until(() -> node.get(content).status() == 200);
        assertThat(node.get(content).body()).isEqualTo(BYTES);
    }

    private static ImageUploaded tell(ImageUploaded upload) {
        wire.send(installation.imageEvents, List.of(Uploads.event(upload)));
        return upload;
    }

    /** Waits until an upload has become an image; if that does not happen, says what its consumer was doing. */
    private static void awaitKnown(ImageUploaded upload) {
        try {
            await().atMost(PATIENCE)
                    .until(() -> node.get("/v1/images/" + upload.imageId()).status() == 200);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(
                    upload.name() + " never became an image: "
                            + node.get("/v1/images/" + upload.imageId()).text() + "; consumers: " + consumers(),
                    e);
        }
    }

    private static String consumers() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().contains("container-0-C"))
                .map(thread -> thread.getKey().getName() + " at "
                        + Stream.of(thread.getValue())
                                .map(StackTraceElement::toString)
                                .collect(joining(" < ")))
                .collect(joining("; "));
    }
}
