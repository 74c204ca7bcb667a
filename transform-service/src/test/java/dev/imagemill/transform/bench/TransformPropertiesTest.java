package dev.imagemill.transform.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.util.unit.DataSize;

class TransformPropertiesTest {
    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Bound.class);

    @EnableConfigurationProperties(TransformProperties.class)
    static class Bound {}

    @Test
    void hasDefaults() {
        context.run(running -> {
            TransformProperties properties = running.getBean(TransformProperties.class);
            assertThat(properties)
                    .isEqualTo(new TransformProperties(
                            null,
                            0,
                            8,
                            DataSize.ofMegabytes(384),
                            DataSize.ofMegabytes(32),
                            null,
                            Duration.ofSeconds(60),
                            2,
                            Duration.ofMillis(250),
                            Duration.ofSeconds(60),
                            Duration.ofSeconds(2),
                            null,
                            new TransformProperties.SourceLimits(
                                    DataSize.ofMegabytes(512), 65_500, 200_000_000, 10_000)));
            assertThat(properties.computeThreads())
                    .isEqualTo(Runtime.getRuntime().availableProcessors());
            assertThat(properties.journalFolder()).hasFileName("imagemill-transform-journal");
        });
    }

    @Test
    void mapsEveryKey() {
        context.withPropertyValues(
                        "imagemill.transform.worker=w7",
                        "imagemill.transform.threads=3",
                        "imagemill.transform.prefetch=5",
                        "imagemill.transform.memory=1GB",
                        "imagemill.transform.watermarks=3MB",
                        "imagemill.transform.profiles=/etc/profiles",
                        "imagemill.transform.item-time-limit=7s",
                        "imagemill.transform.attempts=4",
                        "imagemill.transform.retry-delay=9ms",
                        "imagemill.transform.publish-patience=2m",
                        "imagemill.transform.preset-cache=8s",
                        "imagemill.transform.journal=/var/journal",
                        "imagemill.transform.limits.max-bytes=1MB",
                        "imagemill.transform.limits.max-side=100",
                        "imagemill.transform.limits.max-pixels=1000",
                        "imagemill.transform.limits.max-pages=10")
                .run(running -> assertThat(running.getBean(TransformProperties.class))
                        .isEqualTo(new TransformProperties(
                                "w7",
                                3,
                                5,
                                DataSize.ofGigabytes(1),
                                DataSize.ofMegabytes(3),
                                Path.of("/etc/profiles"),
                                Duration.ofSeconds(7),
                                4,
                                Duration.ofMillis(9),
                                Duration.ofMinutes(2),
                                Duration.ofSeconds(8),
                                Path.of("/var/journal"),
                                new TransformProperties.SourceLimits(DataSize.ofMegabytes(1), 100, 1000, 10))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "threads=-1",
                "prefetch=0",
                "attempts=0",
                "attempts=11",
                "item-time-limit=0s",
                "retry-delay=-1s",
                "memory=much",
                "limits.max-side=65501",
                "limits.max-pixels=0",
                "limits.max-pages=0"
            })
    void refusesBadValues(String setting) {
        context.withPropertyValues("imagemill.transform." + setting)
                .run(running -> assertThat(running).hasFailed());
    }
}
