package dev.imagemill.platform.blobstore;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.utility.DockerImageName;

/**
 * The contract against another S3 server, where Docker is present: SeaweedFS, or the image that the system property {@code
 * imagemill.test.s3-image} names.
 */
@Testcontainers(disabledWithoutDocker = true)
class S3ContainerIT extends BlobStoreContract {
    private static final int PORT = 8333;
    private static final String IMAGE = System.getProperty("imagemill.test.s3-image", "chrislusf/seaweedfs:3.97");

    private static GenericContainer<?> server;
    private static S3BlobStore store;

    @BeforeAll
    static void startServer() {
        server = new GenericContainer<>(DockerImageName.parse(IMAGE))
                .withCommand("server", "-s3")
                .withExposedPorts(PORT)
                .waitingFor(Wait.forListeningPort());
        server.start();
        store = new S3BlobStore(new S3Properties(
                URI.create("http://" + server.getHost() + ":" + server.getMappedPort(PORT)),
                "us-east-1",
                "contract",
                "any",
                "any-secret",
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                3,
                128,
                true));
    }

    @AfterAll
    static void stopServer() {
        if (store != null) {
            store.close();
            server.stop();
        }
    }

    @Override
    BlobStore store() {
        return store;
    }
}
