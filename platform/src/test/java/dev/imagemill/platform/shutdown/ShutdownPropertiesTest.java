package dev.imagemill.platform.shutdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

class ShutdownPropertiesTest {
    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(ValidationAutoConfiguration.class, ShutdownAutoConfiguration.class));

    @Test
    void hasDefaults() {
        Binder nothingIsSet = new Binder(new MapConfigurationPropertySource(Map.of()));

        assertThat(nothingIsSet.bindOrCreate("imagemill.shutdown", ShutdownProperties.class))
                .isEqualTo(new ShutdownProperties(Duration.ZERO, Duration.ofSeconds(5)));
    }

    @Test
    void takesEveryKey() {
        context.withPropertyValues("imagemill.shutdown.delay=20ms", "imagemill.shutdown.parting=7s")
                .run(started -> assertThat(started.getBean(ShutdownProperties.class))
                        .isEqualTo(new ShutdownProperties(Duration.ofMillis(20), Duration.ofSeconds(7))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1s", "6m", "soon"})
    void refusesWhatMakesNoSense(String delay) {
        context.withPropertyValues("imagemill.shutdown.delay=" + delay)
                .run(started -> assertThat(started).hasFailed());
    }
}
