package dev.imagemill.platform.trace;

import io.micrometer.tracing.exporter.SpanExportingPredicate;
import io.opentelemetry.api.OpenTelemetry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Gives a service its traces. */
@AutoConfiguration(after = OpenTelemetrySdkAutoConfiguration.class)
public final class TraceAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    Traces imagemillTraces(ObjectProvider<OpenTelemetry> telemetry) {
        return new Traces(telemetry.getIfAvailable(OpenTelemetry::noop));
    }

    /** Probes and scrapes come every few seconds, and nobody asks where they went. */
    @Bean
    SpanExportingPredicate imagemillSpans() {
        return span -> !span.getTags().getOrDefault("http.url", "").startsWith("/actuator");
    }
}
