package dev.imagemill.ingest.settings;

import jakarta.validation.constraints.AssertTrue;
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
 * Limits and places of the ingest service.
 *
 * @param maxFileBytes size of one file
 * @param maxRequestBytes size of one request's body, all files and form fields together
 * @param maxFiles files in one request
 * @param maxFieldBytes size of one form field, the pipeline being the largest
 * @param maxSide pixels of an image's width and of its height
 * @param maxPixels pixels of one page or frame of an image
 * @param maxPages pages or frames of an image
 * @param memoryPerRequest bytes of files that one request may hold in memory; what exceeds them goes to temporary files
 * @param tempDir directory of the temporary files; null means {@code imagemill-ingest} in the system's temporary directory
 * @param tempSpace bytes that all temporary files together may take; beyond them uploads are answered with 503
 * @param maxUploads uploads that are received at the same time
 * @param maxWait how long an upload waits for its turn before it is answered with 503
 * @param maxDuration how long a client may take to send its body
 * @param probeThreads threads that read image headers; 0 means one a processor
 * @param storeParallelism objects of one request that are written at the same time
 * @param presetCache how long a preset that was found counts as known without looking again
 */
@Validated
@ConfigurationProperties("imagemill.ingest")
public record IngestProperties(
        @NotNull @DefaultValue("256MB") DataSize maxFileBytes,
        @NotNull @DefaultValue("1GB") DataSize maxRequestBytes,
        @Min(1) @Max(100_000) @DefaultValue("1000") int maxFiles,
        @NotNull @DefaultValue("64KB") DataSize maxFieldBytes,
        @Min(1) @Max(1_000_000) @DefaultValue("65500") int maxSide,
        @Min(1) @DefaultValue("200000000") long maxPixels,
        @Min(1) @DefaultValue("10000") int maxPages,
        @NotNull @DefaultValue("1MB") DataSize memoryPerRequest,
        @Nullable Path tempDir,
        @NotNull @DefaultValue("4GB") DataSize tempSpace,
        @Min(1) @Max(100_000) @DefaultValue("64") int maxUploads,
        @NotNull @DurationMin @DefaultValue("5s") Duration maxWait,

        @NotNull @DurationMin(millis = 1) @DefaultValue("15m")
        Duration maxDuration,

        @Min(0) @Max(1024) @DefaultValue("0") int probeThreads,
        @Min(1) @Max(1024) @DefaultValue("8") int storeParallelism,
        @NotNull @DurationMin @DefaultValue("2s") Duration presetCache) {

    /** Where temporary files go, the default resolved. */
    public Path tempRoot() {
        return tempDir != null ? tempDir : Path.of(System.getProperty("java.io.tmpdir"), "imagemill-ingest");
    }

    /** How many header-reading threads there are, the default resolved. */
    public int probeThreadCount() {
        return probeThreads > 0 ? probeThreads : Runtime.getRuntime().availableProcessors();
    }

    @AssertTrue(message = "every byte limit is at least 1, and memory-per-request at most 256MB")
    boolean isEverySizeUsable() {
        return maxFileBytes.toBytes() > 0
                && maxRequestBytes.toBytes() > 0
                && maxFieldBytes.toBytes() > 0
                && tempSpace.toBytes() > 0
                && memoryPerRequest.toBytes() >= 0
                && memoryPerRequest.compareTo(DataSize.ofMegabytes(256)) <= 0;
    }

    @AssertTrue(message = "max-request-bytes is at least max-file-bytes, and temp-space too")
    boolean isRoomForTheLargestFile() {
        return maxRequestBytes.compareTo(maxFileBytes) >= 0 && tempSpace.compareTo(maxFileBytes) >= 0;
    }
}
