package dev.imagemill.platform.configuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * Puts {@code imagemill-platform.yaml} below all other sources of settings. A file that a service imports would rank above
 * that service's own settings, so this is no import.
 *
 * <p>It also says to the Kafka clients what {@code imagemill.kafka.group-protocol} stands for, as the settings that go with
 * one protocol are refused with the other. And it has no span recorded where none is sent anywhere.
 */
public final class PlatformDefaults implements EnvironmentPostProcessor, Ordered {
    private static final String FILE = "imagemill-platform.yaml";
    /** Where traces are sent to, in Spring Boot's words and in OpenTelemetry's own. */
    private static final List<String> ENDPOINTS = List.of(
            "management.opentelemetry.tracing.export.otlp.endpoint",
            "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
            "OTEL_EXPORTER_OTLP_ENDPOINT");

    private static final Map<String, Object> UNTRACED = Map.of(
            "management.opentelemetry.tracing.sampler", "always-off", "management.tracing.export.enabled", "false");
    private static final String CONSUMER = "spring.cloud.stream.kafka.binder.consumer-properties.";

    /** After the configuration files are read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.getPropertySources().contains(FILE)) {
            return;
        }
        try {
            new YamlPropertySourceLoader()
                    .load(FILE, new ClassPathResource(FILE))
                    .forEach(environment.getPropertySources()::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        environment.getPropertySources().addLast(new MapPropertySource("imagemill-groups", groups(environment)));
        if (ENDPOINTS.stream().noneMatch(environment::containsProperty)) {
            environment.getPropertySources().addLast(new MapPropertySource("imagemill-untraced", UNTRACED));
        }
    }

    private static Map<String, Object> groups(ConfigurableEnvironment environment) {
        String protocol = environment
                .getProperty("imagemill.kafka.group-protocol", "classic")
                .toLowerCase(Locale.ROOT);
        Map<String, Object> settings = new HashMap<>();
        settings.put(CONSUMER + "group.protocol", protocol);
        if (protocol.equals("classic")) {
            sessionTimeout(environment).ifPresent(timeout -> {
                settings.put(CONSUMER + "session.timeout.ms", timeout.toMillis());
                settings.put(CONSUMER + "heartbeat.interval.ms", timeout.toMillis() / 3);
            });
        }
        return settings;
    }

    /** Empty if it is no duration, which the record that it belongs to will refuse. */
    private static Optional<Duration> sessionTimeout(ConfigurableEnvironment environment) {
        try {
            return Optional.of(
                    DurationStyle.detectAndParse(environment.getProperty("imagemill.kafka.session-timeout", "10s")));
        } catch (IllegalArgumentException refusedLater) {
            return Optional.empty();
        }
    }
}
