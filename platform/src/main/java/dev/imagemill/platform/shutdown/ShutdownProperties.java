package dev.imagemill.platform.shutdown;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What a service does when it is told to stop.
 *
 * @param delay how long it goes on serving, and says that it is not ready, before it stops
 * @param parting how long it goes on answering clients that keep their connections, from when it was told to stop
 */
@Validated
@ConfigurationProperties("imagemill.shutdown")
record ShutdownProperties(
        @NotNull @DurationMin @DurationMax(minutes = 5) @DefaultValue("0s")
        Duration delay,

        @NotNull @DurationMin @DurationMax(minutes = 5) @DefaultValue("5s")
        Duration parting) {}
