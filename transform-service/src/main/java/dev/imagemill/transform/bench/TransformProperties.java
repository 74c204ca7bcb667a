package dev.imagemill.transform.bench;

import dev.imagemill.codec.Limits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How the worker works.
 *
 * @param worker its name in events; the host's name if it has none
 * @param threads threads that compute; 0 takes one for each processor
 * @param prefetch sources of a lane that are fetched, waiting or computed at a time
 * @param memory what sources may take while they are decoded and transformed, all together
 * @param watermarks what the pixels of watermarks that are kept for the next source may take, and so those of any one
 * @param profiles folder of colour profiles that pipelines may name by their files' digests, besides those in object storage; or none
 * @param itemTimeLimit how long decoding a source, or making one rendition of it, may take
 * @param attempts how often the blob store is asked in place before an item is reported back as unavailable
 * @param retryDelay how long to wait before the second attempt; doubled for each further one
 * @param publishPatience how long to go on trying to publish a chunk's results before the chunk is taken from the topic again
 * @param presetCache how long a preset that was found is used without looking again
 * @param journal folder of the crash journal, which must outlive the process; a second worker that is told the same takes one
 *     beside it. In the folder for temporary files if it is not set
 * @param limits how large a source may be
 */
@Validated
@ConfigurationProperties("imagemill.transform")
public record TransformProperties(
        @Nullable String worker,
        @Min(0) @Max(1024) @DefaultValue("0") int threads,
        @Min(1) @Max(1024) @DefaultValue("8") int prefetch,
        @NotNull @DefaultValue("384MB") DataSize memory,
        @NotNull @DefaultValue("32MB") DataSize watermarks,

        @Nullable Path profiles,

        @NotNull @DurationMin(millis = 1) @DefaultValue("60s")
        Duration itemTimeLimit,

        @Min(1) @Max(10) @DefaultValue("2") int attempts,

        @NotNull @DurationMin(millis = 0) @DefaultValue("250ms")
        Duration retryDelay,

        @NotNull @DurationMin(millis = 0) @DefaultValue("60s")
        Duration publishPatience,

        @NotNull @DurationMin @DefaultValue("2s") Duration presetCache,
        @Nullable Path journal,

        @NotNull @Valid @DefaultValue SourceLimits limits) {

    /** The folder of the crash journal. */
    public Path journalFolder() {
        return journal == null ? Path.of(System.getProperty("java.io.tmpdir"), "imagemill-transform-journal") : journal;
    }

    /** The number of threads that compute. */
    public int computeThreads() {
        return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    }

    /**
     * How large a source may be. The limit of pixels holds for what an operation makes, too.
     *
     * @param maxBytes of the encoded file
     * @param maxSide pixels of width and of height
     * @param maxPixels of one page
     * @param maxPages frames or pages
     */
    public record SourceLimits(
            @NotNull @DefaultValue("512MB") DataSize maxBytes,
            @Min(1) @Max(65_500) @DefaultValue("65500") int maxSide,
            @Min(1) @DefaultValue("200000000") long maxPixels,
            @Min(1) @DefaultValue("10000") int maxPages) {

        public Limits toLimits() {
            return new Limits(maxBytes.toBytes(), maxSide, maxPixels, maxPages);
        }
    }
}
