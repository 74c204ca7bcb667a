package dev.imagemill.transform.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

class CataloguePropertiesTest {
    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Bound.class);

    @EnableConfigurationProperties(CatalogueProperties.class)
    static class Bound {}

    @Test
    void hasDefaults() {
        context.run(running -> assertThat(running.getBean(CatalogueProperties.class))
                .isEqualTo(new CatalogueProperties(
                        null,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(10),
                        Duration.ofSeconds(1),
                        20_000)));
    }

    @Test
    void mapsEveryKey() {
        context.withPropertyValues(
                        "imagemill.transform.catalogue.url=http://there:1",
                        "imagemill.transform.catalogue.timeout=3s",
                        "imagemill.transform.catalogue.fresh=4s",
                        "imagemill.transform.catalogue.stale=6m",
                        "imagemill.transform.catalogue.pause=7s",
                        "imagemill.transform.catalogue.remembered=8")
                .run(running -> assertThat(running.getBean(CatalogueProperties.class))
                        .isEqualTo(new CatalogueProperties(
                                URI.create("http://there:1"),
                                Duration.ofSeconds(3),
                                Duration.ofSeconds(4),
                                Duration.ofMinutes(6),
                                Duration.ofSeconds(7),
                                8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeout=0s", "fresh=-1s", "stale=-1s", "pause=-1s", "remembered=0", "url=not a url"})
    void refusesBadValues(String setting) {
        context.withPropertyValues("imagemill.transform.catalogue." + setting)
                .run(running -> assertThat(running).hasFailed());
    }
}
