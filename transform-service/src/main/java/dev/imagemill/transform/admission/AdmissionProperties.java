package dev.imagemill.transform.admission;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many HTTP requests are worked on.
 *
 * @param places requests that are worked on at a time; 0 takes two for each thread that computes
 * @param line requests that may wait for a place
 * @param maxWait how long one waits before it is turned away
 */
@Validated
@ConfigurationProperties("imagemill.transform.admission")
public record AdmissionProperties(
        @Min(0) @Max(10_000) @DefaultValue("0") int places,
        @Min(0) @Max(100_000) @DefaultValue("64") int line,

        @NotNull @DurationMin @DefaultValue("10s") Duration maxWait) {

    int placesFor(int threads) {
        return places > 0 ? places : 2 * threads;
    }
}
