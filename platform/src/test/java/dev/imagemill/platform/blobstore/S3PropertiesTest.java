package dev.imagemill.platform.blobstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

class S3PropertiesTest {
    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(ValidationAutoConfiguration.class, BlobStoreAutoConfiguration.class));

    @Test
    void hasDefaults() {
        context.run(started -> assertThat(started.getBean(S3Properties.class))
                .isEqualTo(new S3Properties(
                        URI.create("http://127.0.0.1:9000"),
                        "us-east-1",
                        "imagemill",
                        "imagemill",
                        "imagemill-secret",
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30),
                        3,
                        128,
                        true)));
    }

    @Test
    void takesEveryKey() {
        context.withPropertyValues(
                        "imagemill.s3.endpoint=https://s3.example.org",
                        "imagemill.s3.region=eu-west-1",
                        "imagemill.s3.bucket=mill",
                        "imagemill.s3.access-key=a",
                        "imagemill.s3.secret-key=b",
                        "imagemill.s3.connect-timeout=1s",
                        "imagemill.s3.read-timeout=3s",
                        "imagemill.s3.call-timeout=5s",
                        "imagemill.s3.attempts=2",
                        "imagemill.s3.max-connections=9",
                        "imagemill.s3.conditional-writes=false")
                .run(started -> assertThat(started.getBean(S3Properties.class))
                        .isEqualTo(new S3Properties(
                                URI.create("https://s3.example.org"),
                                "eu-west-1",
                                "mill",
                                "a",
                                "b",
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(3),
                                Duration.ofSeconds(5),
                                2,
                                9,
                                false)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bucket=Upper",
                "bucket=ab",
                "region=",
                "access-key=",
                "secret-key=",
                "connect-timeout=0s",
                "read-timeout=-1s",
                "call-timeout=soon",
                "attempts=0",
                "max-connections=0"
            })
    void refusesABadValueAtTheStart(String setting) {
        context.withPropertyValues("imagemill.s3." + setting)
                .run(started -> assertThat(started).hasFailed());
    }

    @Test
    void keepsTheSecretOutOfItsText() {
        context.withPropertyValues("imagemill.s3.secret-key=hush")
                .run(started -> assertThat(started.getBean(S3Properties.class))
                        .asString()
                        .doesNotContain("hush"));
    }

    @Test
    void startsWithoutItsServer() {
        context.withPropertyValues("imagemill.s3.endpoint=http://127.0.0.1:1")
                .run(started -> assertThat(started)
                        .hasNotFailed()
                        .getBean(BlobStoreHealth.class)
                        .satisfies(
                                health -> assertThat(health.health().getStatus().getCode())
                                        .isEqualTo("DOWN")));
    }
}
