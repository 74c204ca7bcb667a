package dev.imagemill.ingest.settings;

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
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

class IngestPropertiesTest {
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Bound.class);

    @Test
    void hasDefaultsForEverything() {
        runner.run(context -> {
            IngestProperties settings = context.getBean(IngestProperties.class);
            assertThat(settings)
                    .isEqualTo(new IngestProperties(
                            DataSize.ofMegabytes(256),
                            DataSize.ofGigabytes(1),
                            1000,
                            DataSize.ofKilobytes(64),
                            65_500,
                            200_000_000,
                            10_000,
                            DataSize.ofMegabytes(1),
                            null,
                            DataSize.ofGigabytes(4),
                            64,
                            Duration.ofSeconds(5),
                            Duration.ofMinutes(15),
                            0,
                            8,
                            Duration.ofSeconds(2)));
            assertThat(settings.tempRoot())
                    .isEqualTo(Path.of(System.getProperty("java.io.tmpdir"), "imagemill-ingest"));
            assertThat(settings.probeThreadCount())
                    .isEqualTo(Runtime.getRuntime().availableProcessors());
        });
    }

    @Test
    void mapsEveryKey() {
        runner.withPropertyValues(
                        "imagemill.ingest.max-file-bytes=10MB",
                        "imagemill.ingest.max-request-bytes=20MB",
                        "imagemill.ingest.max-files=3",
                        "imagemill.ingest.max-field-bytes=4KB",
                        "imagemill.ingest.max-side=5000",
                        "imagemill.ingest.max-pixels=6000000",
                        "imagemill.ingest.max-pages=7",
                        "imagemill.ingest.memory-per-request=8KB",
                        "imagemill.ingest.temp-dir=/var/spool/images",
                        "imagemill.ingest.temp-space=90MB",
                        "imagemill.ingest.max-uploads=10",
                        "imagemill.ingest.max-wait=11s",
                        "imagemill.ingest.max-duration=12m",
                        "imagemill.ingest.probe-threads=13",
                        "imagemill.ingest.store-parallelism=14",
                        "imagemill.ingest.preset-cache=15s")
                .run(context -> assertThat(context.getBean(IngestProperties.class))
                        .isEqualTo(new IngestProperties(
                                DataSize.ofMegabytes(10),
                                DataSize.ofMegabytes(20),
                                3,
                                DataSize.ofKilobytes(4),
                                5000,
                                6_000_000,
                                7,
                                DataSize.ofKilobytes(8),
                                Path.of("/var/spool/images"),
                                DataSize.ofMegabytes(90),
                                10,
                                Duration.ofSeconds(11),
                                Duration.ofMinutes(12),
                                13,
                                14,
                                Duration.ofSeconds(15))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "max-file-bytes=0B",
                "max-file-bytes=-1B",
                "max-file-bytes=many",
                "max-request-bytes=1MB",
                "max-files=0",
                "max-field-bytes=0B",
                "max-side=0",
                "max-pixels=0",
                "max-pages=0",
                "memory-per-request=1GB",
                "temp-space=1MB",
                "max-uploads=0",
                "max-wait=-1s",
                "max-duration=0s",
                "probe-threads=-1",
                "store-parallelism=0",
                "preset-cache=-1s"
            })
    void refusesToStartWith(String setting) {
        runner.withPropertyValues("imagemill.ingest." + setting)
                .run(context -> assertThat(context).hasFailed());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(IngestProperties.class)
    static class Bound {}
}
