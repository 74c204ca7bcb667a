package dev.imagemill.platform.configuration;

import org.apache.kafka.common.config.ConfigException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what Kafka's client refuses, which names the client's setting and not Spring Boot's. */
final class KafkaSettingAnalyzer extends AbstractFailureAnalyzer<ConfigException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ConfigException cause) {
        return new FailureAnalysis(
                "Configuration: Kafka's client refuses a setting: " + cause.getMessage(),
                "Correct it below spring.kafka, where the client's security.protocol is spring.kafka.security.protocol, and what has no name of"
                        + " its own there is spring.kafka.properties.<name>.",
                cause);
    }
}
