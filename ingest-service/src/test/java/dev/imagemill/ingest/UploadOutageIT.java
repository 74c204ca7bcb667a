package dev.imagemill.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.contract.store.Sha256;
import dev.imagemill.embedded.EmbeddedServer;
import dev.imagemill.ingest.UploadClient.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadOutageIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private static Path folder;

    private static RunningIngest ingest;
    private static UploadClient client;

    @BeforeAll
    static void start() {
        ingest = RunningIngest.start(folder);
        client = new UploadClient(ingest.origin());
        assertThat(client.raw(TestImages.png(50, 50, 20), "image/png", "").status())
                .isEqualTo(202);
    }

    @AfterAll
    static void stop() {
        client.close();
        ingest.close();
    }

    @Test
    void asksToComeBackWhileObjectStorageIsDown() {
        byte[] image = TestImages.png(51, 50, 21);
        String key = UUID.randomUUID().toString();
        int events = ingest.events().size();

        assertUnavailable(ingest.s3(), image, key, "storage-unavailable");

        assertThat(ingest.events()).hasSize(events);
        assertTakenOnceAvailable(image, key);
        assertThat(ingest.events()).hasSize(events + 1);
    }

    @Test
    void asksToComeBackWhileKafkaIsDown() {
        byte[] image = TestImages.png(52, 50, 22);
        String key = UUID.randomUUID().toString();

        assertUnavailable(ingest.kafka(), image, key, "event-bus-unavailable");

        String id = assertTakenOnceAvailable(image, key);
        assertThat(ingest.events().stream()
                        .filter(event -> event.at("/blob/sha256").asString().equals(Sha256.of(image)))
                        .map(event -> event.path("imageId").asString())
                        .distinct())
                .containsExactly(id);
    }

    private static void assertUnavailable(EmbeddedServer server, byte[] image, String key, String code) {
        server.stop();
        try {
            Instant start = Instant.now();
            Answer answer = client.raw(image, "image/png", "", "Idempotency-Key", key);

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo(code);
            assertThat(answer.header("Retry-After")).matches("[1-9][0-9]*");
            assertThat(Duration.between(start, Instant.now())).isLessThan(PATIENCE);
        } finally {
            server.start();
        }
    }

    private static String assertTakenOnceAvailable(byte[] image, String key) {
        Answer answer = Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> client.raw(image, "image/png", "", "Idempotency-Key", key), a -> a.status() == 202);
        assertThat(ingest.blobs()).contains(Sha256.of(image));
        return answer.image(0).path("id").asString();
    }
}
