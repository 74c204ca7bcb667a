package dev.imagemill.transform.transforms;

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

class TransformsPropertiesTest {
    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Bound.class);

    @EnableConfigurationProperties(TransformsProperties.class)
    static class Bound {}

    @Test
    void hasDefaults() {
        context.run(running -> assertThat(running.getBean(TransformsProperties.class))
                .isEqualTo(new TransformsProperties(
                        DataSize.ofMegabytes(128),
                        DataSize.ofKilobytes(64),
                        64,
                        DataSize.ofMegabytes(8),
                        null,
                        DataSize.ofGigabytes(2),
                        Duration.ofMinutes(2))));
    }

    @Test
    void mapsEveryKey() {
        context.withPropertyValues(
                        "imagemill.transform.requests.max-file-bytes=1MB",
                        "imagemill.transform.requests.max-field-bytes=2KB",
                        "imagemill.transform.requests.max-pipelines=3",
                        "imagemill.transform.requests.memory-per-request=4KB",
                        "imagemill.transform.requests.temp-dir=/var/there",
                        "imagemill.transform.requests.temp-space=5MB",
                        "imagemill.transform.requests.max-duration=6s")
                .run(running -> assertThat(running.getBean(TransformsProperties.class))
                        .isEqualTo(new TransformsProperties(
                                DataSize.ofMegabytes(1),
                                DataSize.ofKilobytes(2),
                                3,
                                DataSize.ofKilobytes(4),
                                Path.of("/var/there"),
                                DataSize.ofMegabytes(5),
                                Duration.ofSeconds(6))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "max-file-bytes=0",
                "max-field-bytes=0",
                "max-field-bytes=300MB",
                "max-pipelines=0",
                "memory-per-request=300MB",
                "temp-space=1MB",
                "max-duration=0s"
            })
    void refusesBadValues(String setting) {
        context.withPropertyValues("imagemill.transform.requests." + setting)
                .run(running -> assertThat(running).hasFailed());
    }
}
