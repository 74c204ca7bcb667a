package dev.imagemill.storage.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class JobPropertiesTest {
    private static final String PREFIX = "imagemill.storage.jobs.";

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(Properties.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(JobProperties.class)
    static class Properties {}

    @Test
    void hasDefaults() {
        runner.run(context -> assertThat(context.getBean(JobProperties.class))
                .isEqualTo(new JobProperties(500, 64, Duration.ofMillis(500))));
    }

    @Test
    void mapsEveryKey() {
        runner.withPropertyValues(PREFIX + "page=1", PREFIX + "ahead=2", PREFIX + "poll=3s")
                .run(context -> assertThat(context.getBean(JobProperties.class))
                        .isEqualTo(new JobProperties(1, 2, Duration.ofSeconds(3))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=0", "page=10001", "ahead=0", "poll=1ms"})
    void refusesBadValuesAtStart(String setting) {
        runner.withPropertyValues(PREFIX + setting)
                .run(context -> assertThat(context).hasFailed());
    }
}
