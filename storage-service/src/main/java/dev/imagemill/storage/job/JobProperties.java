package dev.imagemill.storage.job;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How jobs are expanded into the ledger.
 *
 * @param page how many images are expanded in one transaction
 * @param ahead how many chunks of one job may wait for their release before its expansion pauses
 * @param poll how often unexpanded jobs are looked for when nothing is signalled
 */
@Validated
@ConfigurationProperties("imagemill.storage.jobs")
public record JobProperties(
        @Min(1) @Max(10_000) @DefaultValue("500") int page,
        @Min(1) @Max(100_000) @DefaultValue("64") int ahead,

        @NotNull @DurationMin(millis = 10) @DefaultValue("500ms")
        Duration poll) {}
