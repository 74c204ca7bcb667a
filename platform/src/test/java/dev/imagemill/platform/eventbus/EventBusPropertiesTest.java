package dev.imagemill.platform.eventbus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.platform.eventbus.EventBusProperties.GroupProtocol;
import dev.imagemill.platform.eventbus.EventBusProperties.Partitions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

class EventBusPropertiesTest {
    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @Test
    void hasDefaults() {
        context.run(started -> assertThat(started.getBean(EventBusProperties.class))
                .isEqualTo(new EventBusProperties(
                        true,
                        (short) -1,
                        new Partitions(6, 12, 24, 6, 6, 1),
                        Duration.ofSeconds(10),
                        DataSize.ofMegabytes(1),
                        GroupProtocol.CLASSIC,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(30))));
    }

    @Test
    void takesEveryKey() {
        context.withPropertyValues(
                        "imagemill.kafka.create-topics=false",
                        "imagemill.kafka.replication-factor=3",
                        "imagemill.kafka.partitions.image-events=1",
                        "imagemill.kafka.partitions.interactive=2",
                        "imagemill.kafka.partitions.bulk=3",
                        "imagemill.kafka.partitions.results=4",
                        "imagemill.kafka.partitions.catalog-events=5",
                        "imagemill.kafka.partitions.dead-letters=7",
                        "imagemill.kafka.delivery-timeout=4s",
                        "imagemill.kafka.max-event-size=2MB",
                        "imagemill.kafka.group-protocol=consumer",
                        "imagemill.kafka.session-timeout=6s",
                        "imagemill.kafka.shutdown-timeout=5m",
                        "imagemill.kafka.longest-retry-delay=1m")
                .run(started -> assertThat(started.getBean(EventBusProperties.class))
                        .isEqualTo(new EventBusProperties(
                                false,
                                (short) 3,
                                new Partitions(1, 2, 3, 4, 5, 7),
                                Duration.ofSeconds(4),
                                DataSize.ofMegabytes(2),
                                GroupProtocol.CONSUMER,
                                Duration.ofSeconds(6),
                                Duration.ofMinutes(5),
                                Duration.ofMinutes(1))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "replication-factor=-2",
                "partitions.bulk=0",
                "delivery-timeout=10ms",
                "max-event-size=big",
                "group-protocol=share",
                "session-timeout=0s",
                "shutdown-timeout=0s",
                "longest-retry-delay=0s"
            })
    void refusesABadValueAtTheStart(String setting) {
        context.withPropertyValues("imagemill.kafka." + setting)
                .run(started -> assertThat(started).hasFailed());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(EventBusProperties.class)
    static class Settings {}
}
