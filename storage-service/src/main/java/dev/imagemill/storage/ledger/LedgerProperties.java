package dev.imagemill.storage.ledger;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How work is released to the workers.
 *
 * @param interactive the lane of uploads
 * @param bulk the lane of jobs
 * @param chunkWork estimated work after which a bulk chunk is full
 * @param chunkItems how many renditions a bulk chunk holds at most; the results of all of them are one event
 * @param claim how long a released chunk may be without Kafka's acknowledgement; above the bus's delivery timeout
 * @param retries how often a chunk is released again because a worker could not do it for now
 * @param firstBackOff wait before the first of these; it doubles
 * @param longestBackOff where the doubling ends
 * @param poll how often the lanes are looked at when nothing is signalled
 */
@Validated
@ConfigurationProperties("imagemill.storage.ledger")
public record LedgerProperties(
        @Valid @DefaultValue InteractiveLane interactive,
        @Valid @DefaultValue BulkLane bulk,

        @NotNull @DurationMin(millis = 1) @DefaultValue("2s")
        Duration chunkWork,

        @Min(1) @Max(1_000) @DefaultValue("600") int chunkItems,

        @NotNull @DurationMin(seconds = 1) @DefaultValue("15s")
        Duration claim,

        @Min(0) @Max(100) @DefaultValue("12") int retries,

        @NotNull @DurationMin(millis = 1) @DefaultValue("1s")
        Duration firstBackOff,

        @NotNull @DurationMin(millis = 1) @DefaultValue("5m")
        Duration longestBackOff,

        @NotNull @DurationMin(millis = 10) @DefaultValue("500ms")
        Duration poll) {

    /**
     * The limits of the interactive lane.
     *
     * @param window how many chunks may be out at a time
     * @param lease after what time a chunk that is out counts as lost; above the longest time a full window takes
     */
    public record InteractiveLane(
            @Min(1) @Max(100_000) @DefaultValue("256") int window,

            @NotNull @DurationMin(millis = 1) @DefaultValue("2m")
            Duration lease) {}

    /**
     * The limits of the bulk lane.
     *
     * @param window how many chunks may be out at a time
     * @param lease after what time a chunk that is out counts as lost; above the longest time a full window takes
     */
    public record BulkLane(
            @Min(1) @Max(100_000) @DefaultValue("64") int window,

            @NotNull @DurationMin(millis = 1) @DefaultValue("10m")
            Duration lease) {}

    /** The wait before the given retry, counted from 1. */
    Duration backOff(int retry) {
        Duration wait = firstBackOff;
        for (int i = 1; i < retry && wait.compareTo(longestBackOff) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(longestBackOff) < 0 ? wait : longestBackOff;
    }
}
