package dev.imagemill.transform.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

class AdmissionPropertiesTest {
    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Bound.class);

    @EnableConfigurationProperties(AdmissionProperties.class)
    static class Bound {}

    @Test
    void hasDefaults() {
        context.run(running -> assertThat(running.getBean(AdmissionProperties.class))
                .isEqualTo(new AdmissionProperties(0, 64, Duration.ofSeconds(10))));
    }

    @Test
    void mapsEveryKey() {
        context.withPropertyValues(
                        "imagemill.transform.admission.places=3",
                        "imagemill.transform.admission.line=5",
                        "imagemill.transform.admission.max-wait=2s")
                .run(running -> assertThat(running.getBean(AdmissionProperties.class))
                        .isEqualTo(new AdmissionProperties(3, 5, Duration.ofSeconds(2))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"places=-1", "line=-1", "max-wait=-1s", "max-wait=soon"})
    void refusesBadValues(String setting) {
        context.withPropertyValues("imagemill.transform.admission." + setting)
                .run(running -> assertThat(running).hasFailed());
    }
}
