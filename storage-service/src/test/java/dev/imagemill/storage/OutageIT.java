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
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
        await().atMost(PATIENCE).until(() -> known(before));

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
        await().atMost(PATIENCE).until(() -> known(meanwhile));
        ImageUploaded after = tell(Uploads.of("after.jpg"));
        await().atMost(PATIENCE).until(() -> known(after));
    }

    @Test
    void answersWithAProblemWhileObjectStorageIsAway() {
        String sha256 = Sha256.of(BYTES);
        node.bean(BlobStore.class).put(ObjectKeys.blob(sha256), BYTES, "image/jpeg", Map.of());
        ImageUploaded image = tell(Uploads.of(Uuid7.next(), "away.jpg", sha256, BYTES.length, null, List.of()));
        await().atMost(PATIENCE).until(() -> known(image));
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

    private static boolean known(ImageUploaded upload) {
        return node.get("/v1/images/" + upload.imageId()).status() == 200;
    }
}
