package dev.imagemill.storage.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class LedgerPropertiesTest {
    private static final String PREFIX = "imagemill.storage.ledger.";

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(Properties.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(LedgerProperties.class)
    static class Properties {}

    @Test
    void hasDefaults() {
        runner.run(context -> assertThat(context.getBean(LedgerProperties.class))
                .isEqualTo(new LedgerProperties(
                        new LedgerProperties.InteractiveLane(256, Duration.ofMinutes(2)),
                        new LedgerProperties.BulkLane(64, Duration.ofMinutes(10)),
                        Duration.ofSeconds(2),
                        600,
                        Duration.ofSeconds(15),
                        12,
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(5),
                        Duration.ofMillis(500))));
    }

    @Test
    void mapsEveryKey() {
        runner.withPropertyValues(
                        PREFIX + "interactive.window=1",
                        PREFIX + "interactive.lease=2s",
                        PREFIX + "bulk.window=3",
                        PREFIX + "bulk.lease=4s",
                        PREFIX + "chunk-work=5s",
                        PREFIX + "chunk-items=6",
                        PREFIX + "claim=7s",
                        PREFIX + "retries=8",
                        PREFIX + "first-back-off=9s",
                        PREFIX + "longest-back-off=10s",
                        PREFIX + "poll=11s")
                .run(context -> assertThat(context.getBean(LedgerProperties.class))
                        .isEqualTo(new LedgerProperties(
                                new LedgerProperties.InteractiveLane(1, Duration.ofSeconds(2)),
                                new LedgerProperties.BulkLane(3, Duration.ofSeconds(4)),
                                Duration.ofSeconds(5),
                                6,
                                Duration.ofSeconds(7),
                                8,
                                Duration.ofSeconds(9),
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(11))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bulk.window=0",
                "interactive.lease=0s",
                "chunk-items=0",
                "chunk-items=1001",
                "claim=0s",
                "retries=-1",
                "poll=0s"
            })
    void refusesBadValuesAtStart(String setting) {
        runner.withPropertyValues(PREFIX + setting)
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void doublesTheBackOffUpToALimit() {
        runner.run(context -> {
            LedgerProperties properties = context.getBean(LedgerProperties.class);
            assertThat(properties.backOff(1)).isEqualTo(Duration.ofSeconds(1));
            assertThat(properties.backOff(4)).isEqualTo(Duration.ofSeconds(8));
            assertThat(properties.backOff(90)).isEqualTo(Duration.ofMinutes(5));
        });
    }
}
