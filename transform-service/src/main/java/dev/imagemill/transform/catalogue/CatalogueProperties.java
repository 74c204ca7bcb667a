package dev.imagemill.transform.catalogue;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How to ask the catalogue.
 *
 * @param url where it is, such as {@code http://imagemill-storage:8080}; without one, images have no addresses by id
 * @param timeout how long one question may take
 * @param fresh how long an answer is taken without asking again
 * @param stale how long an answer is still taken while the catalogue is away
 * @param pause how long nobody asks after a question that failed
 * @param remembered how many images are remembered
 */
@Validated
@ConfigurationProperties("imagemill.transform.catalogue")
public record CatalogueProperties(
        @Nullable URI url,

        @NotNull @DurationMin(millis = 1) @DefaultValue("2s")
        Duration timeout,

        @NotNull @DurationMin @DefaultValue("5s") Duration fresh,
        @NotNull @DurationMin @DefaultValue("10m") Duration stale,
        @NotNull @DurationMin @DefaultValue("1s") Duration pause,
        @Min(1) @Max(10_000_000) @DefaultValue("20000") int remembered) {
    @AssertTrue(message = "url begins with http:// or https:// and names a host")
    boolean isUrlAnAddress() {
        return url == null
                || (url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme())));
    }
}
