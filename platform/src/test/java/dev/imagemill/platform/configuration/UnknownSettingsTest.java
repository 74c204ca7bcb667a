package dev.imagemill.platform.configuration;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.platform.blobstore.S3Properties;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class UnknownSettingsTest {
    @ConfigurationProperties("imagemill.storage.shelves")
    record Shelves(
            @DefaultValue List<Shelf> of, @DefaultValue("2") int mostBooks) {
        record Shelf(String name) {}
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({S3Properties.class, Shelves.class})
    static class Service {}

    @Configuration(proxyBeanMethods = false)
    static class Failing {
        @Bean
        @SuppressWarnings("DoNotCallSuggester") // only Spring calls it
        static String dataSource() {
            throw new IllegalStateException("begun");
        }
    }

    private final ApplicationContextRunner service =
            new ApplicationContextRunner().withUserConfiguration(Service.class, ConfigurationAutoConfiguration.class);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "imagemill.s3.call-timeout=5s",
                "imagemill.s3.callTimeout=5s",
                "imagemill.storage.shelves.most-books=3",
                "imagemill.storage.shelves.of[0].name=left",
                "imagemill.transform.threads=4",
                "imagemill.ingest.anything=4",
                "spring.whatever=1"
            })
    void takesWhatARecordTakesAndWhatIsOfAnotherService(String setting) {
        service.withPropertyValues(setting).run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "imagemill.s3.call-timeuot=5s",
                "imagemill.s3.endpoint.port=80",
                "imagemill.storage.shelves.of[0].nmae=left",
                "imagemill.storage.shelfs.most-books=3",
                "imagemill.ingset.max-files=3"
            })
    void refusesWhatNothingReads(String setting) {
        service.withPropertyValues(setting)
                .run(context -> assertThat(context)
                        .getFailure()
                        .isInstanceOf(UnknownSetting.class)
                        .hasMessageContaining("there is no setting " + setting.substring(0, setting.indexOf('='))));
    }

    @Test
    void saysWhatThereIs() {
        service.withPropertyValues("imagemill.s3.call-timeuot=5s").run(context -> {
            Throwable failure = requireNonNull(context.getStartupFailure());
            assertThat(requireNonNull(new UnknownSettingAnalyzer().analyze(failure))
                            .getAction())
                    .contains("imagemill.s3.call-timeout", "imagemill.s3.bucket")
                    .doesNotContain("imagemill.storage");
        });
    }

    @Test
    void saysThatAValueIsOfNoUseBeforeTheDatabaseIsAsked() {
        new ApplicationContextRunner()
                .withUserConfiguration(Failing.class, Service.class, ConfigurationAutoConfiguration.class)
                .withPropertyValues("imagemill.s3.attempts=none")
                .run(context -> assertThat(context)
                        .getFailure()
                        .isInstanceOf(ConfigurationPropertiesBindException.class)
                        .hasMessageContaining("imagemill.s3"));
    }

    @Test
    void startsInSpiteOfVariablesOfTheEnvironment() {
        service.withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource(
                                "kubernetes-systemEnvironment",
                                Map.of(
                                        "IMAGEMILL_STORAGE_SERVICE_HOST", "10.0.0.1",
                                        "IMAGEMILL_STORAGE_PORT_80_TCP_ADDR", "10.0.0.1",
                                        "IMAGEMILL_S3_CALLTIMEUOT", "5s",
                                        "IMAGEMILL_S3_CALLTIMEOUT", "7s"))))
                .run(context -> assertThat(context.getBean(S3Properties.class).callTimeout())
                        .hasSeconds(7));
    }
}
