package dev.imagemill.platform.eventbus;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How events travel through Kafka. Where Kafka is and how to log in to it are Spring Boot's own settings ({@code
 * spring.kafka.*}).
 *
 * @param createTopics whether missing topics are created at the start; off where somebody else owns the topics
 * @param replicationFactor copies of each topic that is created; -1 for the brokers' own default
 * @param partitions partitions of each topic that is created
 * @param deliveryTimeout longest wait for an acknowledgement, after which the event bus counts as unavailable
 * @param maxEventSize largest event, which the brokers must accept too
 * @param groupProtocol how the members of a consumer group find together
 * @param sessionTimeout how long a silent member stays in its group; for {@code CLASSIC} only, the brokers set it otherwise
 * @param shutdownTimeout how long a consumer may take to finish what it has in hand when the service stops
 * @param longestRetryDelay longest pause before a message whose handling failed is handled again; the first is a second
 */
@Validated
@ConfigurationProperties("imagemill.kafka")
public record EventBusProperties(
        @DefaultValue("true") boolean createTopics,
        @Min(-1) @DefaultValue("-1") short replicationFactor,
        @Valid @NotNull @DefaultValue Partitions partitions,

        @NotNull @DurationMin(seconds = 1) @DefaultValue("10s")
        Duration deliveryTimeout,

        @NotNull @DefaultValue("1MB") DataSize maxEventSize,
        @NotNull @DefaultValue("CLASSIC") GroupProtocol groupProtocol,

        @NotNull @DurationMin(seconds = 1) @DefaultValue("10s")
        Duration sessionTimeout,

        @NotNull @DurationMin(seconds = 1) @DefaultValue("60s")
        Duration shutdownTimeout,

        @NotNull @DurationMin(seconds = 1) @DefaultValue("30s")
        Duration longestRetryDelay) {

    /** How the members of a consumer group find together. */
    public enum GroupProtocol {
        /** The broker assigns partitions (KIP-848): members join and leave without stopping the others. */
        CONSUMER,
        /** The members assign partitions, for brokers older than 4.0. */
        CLASSIC
    }

    /**
     * Partitions by topic, each the most consumers that can share it.
     *
     * @param imageEvents of {@code imagemill.image-events}
     * @param interactive of {@code imagemill.transform-requests.interactive}
     * @param bulk of {@code imagemill.transform-requests.bulk}
     * @param results of {@code imagemill.transform-results}
     * @param catalogEvents of {@code imagemill.catalog-events}
     * @param deadLetters of each {@code .dlq} topic
     */
    public record Partitions(
            @Min(1) @Max(10_000) @DefaultValue("6") int imageEvents,
            @Min(1) @Max(10_000) @DefaultValue("12") int interactive,
            @Min(1) @Max(10_000) @DefaultValue("24") int bulk,
            @Min(1) @Max(10_000) @DefaultValue("6") int results,
            @Min(1) @Max(10_000) @DefaultValue("6") int catalogEvents,
            @Min(1) @Max(10_000) @DefaultValue("1") int deadLetters) {}
}
