package dev.imagemill.platform.blobstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.embedded.S3Server;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3BlobStoreIT extends BlobStoreContract {
    @TempDir
    private static Path data;

    private static S3Server server;
    private static S3BlobStore store;

    @BeforeAll
    static void startServer() {
        server = S3Server.start(data, 0);
        store = store("contract");
    }

    @AfterAll
    static void stopServer() {
        store.close();
        server.close();
    }

    @Override
    BlobStore store() {
        return store;
    }

    @Test
    void makesTheBucketAtTheFirstWrite() {
        try (var fresh = store("fresh-" + UUID.randomUUID())) {
            assertThat(fresh.stat("a")).isEmpty();
            assertThat(fresh.list("")).isEmpty();

            fresh.put("a", bytes("b"), "text/plain", Map.of());

            assertThat(fresh.exists("a")).isTrue();
        }
    }

    @Test
    void makesTheBucketOnlyOnce() {
        try (var fresh = store("once-" + UUID.randomUUID())) {
            fresh.ensureBucket();
            fresh.ensureBucket();

            assertThat(fresh.list("")).isEmpty();
        }
    }

    @Test
    void isUnavailableWithinSecondsWhileTheServerIsDownAndRecovers() {
        store.put("kept", bytes("flour"), "text/plain", Map.of());
        server.stop();
        try {
            long start = System.nanoTime();
            assertThatThrownBy(() -> store.get("kept")).isInstanceOf(BlobStoreUnavailable.class);
            assertThatThrownBy(() -> store.stat("kept")).isInstanceOf(BlobStoreUnavailable.class);
            assertThatThrownBy(() -> store.put("new", bytes("a"), "text/plain", Map.of()))
                    .isInstanceOf(BlobStoreUnavailable.class);
            assertThatThrownBy(() -> store.list("").toList()).isInstanceOf(BlobStoreUnavailable.class);
            assertThatThrownBy(store::ensureBucket).isInstanceOf(BlobStoreUnavailable.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        } finally {
            server.start();
        }
        assertThat(store.get("kept")).isEqualTo(bytes("flour"));
    }

    @Test
    void takesARefusedKeyAsUnavailable() {
        try (var stranger = new S3BlobStore(properties("contract", "wrong-secret", true))) {
            assertThatThrownBy(() -> stranger.put("a", bytes("b"), "text/plain", Map.of()))
                    .isInstanceOf(BlobStoreUnavailable.class);
        }
    }

    @Test
    void storesOnlyWhatIsAbsentOnAServerWithoutConditions() {
        try (var plain = new S3BlobStore(properties("contract", server.secretKey(), false))) {
            assertThat(plain.putIfAbsent("plain", bytes("first"), "text/plain", Map.of()))
                    .isEmpty();
            assertThat(plain.putIfAbsent("plain", bytes("second one"), "text/plain", Map.of()))
                    .map(StoredObject::bytes)
                    .contains(5L);
            assertThat(plain.get("plain")).isEqualTo(bytes("first"));
        }
    }

    private static S3BlobStore store(String bucket) {
        return new S3BlobStore(properties(bucket, server.secretKey(), true));
    }

    private static S3Properties properties(String bucket, String secretKey, boolean conditionalWrites) {
        return new S3Properties(
                server.endpoint(),
                server.region(),
                bucket,
                server.accessKey(),
                secretKey,
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                3,
                128,
                conditionalWrites);
    }
}
