package dev.imagemill.transform.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

class RenderPropertiesTest {
    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Bound.class);

    @EnableConfigurationProperties(RenderProperties.class)
    static class Bound {}

    @Test
    void hasDefaults() {
        context.run(running -> assertThat(running.getBean(RenderProperties.class))
                .isEqualTo(new RenderProperties(List.of(), Duration.ofSeconds(60))));
    }

    @Test
    void mapsEveryKey() {
        context.withPropertyValues(
                        "imagemill.transform.render.keys[0].id=k2",
                        "imagemill.transform.render.keys[0].secret=0123456789abcdef",
                        "imagemill.transform.render.keys[1].id=k1",
                        "imagemill.transform.render.keys[1].secret=fedcba9876543210",
                        "imagemill.transform.render.max-age=5m")
                .run(running -> assertThat(running.getBean(RenderProperties.class))
                        .isEqualTo(new RenderProperties(
                                List.of(
                                        new RenderProperties.Key("k2", "0123456789abcdef"),
                                        new RenderProperties.Key("k1", "fedcba9876543210")),
                                Duration.ofMinutes(5))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"keys[0].id=k", "keys[0].secret=0123456789abcdef", "max-age=-1s"})
    void refusesBadValues(String setting) {
        context.withPropertyValues("imagemill.transform.render." + setting)
                .run(running -> assertThat(running).hasFailed());
    }
}
