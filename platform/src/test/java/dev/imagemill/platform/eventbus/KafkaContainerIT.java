package dev.imagemill.platform.eventbus;

import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The contract against Kafka as its project packs it, where Docker is present: the image that the system property {@code
 * imagemill.test.kafka-image} names.
 */
@Testcontainers(disabledWithoutDocker = true)
class KafkaContainerIT extends EventBusContract {
    private static final String IMAGE = System.getProperty("imagemill.test.kafka-image", "apache/kafka:4.2.0");

    private final KafkaContainer broker =
            new KafkaContainer(DockerImageName.parse(IMAGE).asCompatibleSubstituteFor("apache/kafka"));

    @Override
    String startBroker() {
        broker.start();
        return broker.getBootstrapServers();
    }

    @Override
    void stopBroker() {
        broker.stop();
    }
}
