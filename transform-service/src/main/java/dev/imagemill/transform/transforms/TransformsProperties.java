package dev.imagemill.transform.transforms;

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
 * Limits of requests that bring their image with them.
 *
 * @param maxFileBytes size of the image
 * @param maxFieldBytes size of one pipeline's text
 * @param maxPipelines pipelines of one request, those of its presets counted
 * @param memoryPerRequest bytes of an image that may lie in memory; a larger one goes to a temporary file
 * @param tempDir directory of the temporary files; null means {@code imagemill-transform} in the system's temporary directory
 * @param tempSpace bytes that all temporary files together may take; beyond them requests are answered with 503
 * @param maxDuration how long a client may take to send its body
 */
@Validated
@ConfigurationProperties("imagemill.transform.requests")
public record TransformsProperties(
        @NotNull @DefaultValue("128MB") DataSize maxFileBytes,
        @NotNull @DefaultValue("64KB") DataSize maxFieldBytes,
        @Min(1) @Max(1_000) @DefaultValue("64") int maxPipelines,
        @NotNull @DefaultValue("8MB") DataSize memoryPerRequest,
        @Nullable Path tempDir,
        @NotNull @DefaultValue("2GB") DataSize tempSpace,

        @NotNull @DurationMin(millis = 1) @DefaultValue("2m")
        Duration maxDuration) {

    /** Where temporary files go, the default resolved. */
    Path tempRoot() {
        return tempDir != null ? tempDir : Path.of(System.getProperty("java.io.tmpdir"), "imagemill-transform");
    }

    /** Bytes of a whole form: the image, its pipelines, and what stands between them. */
    long maxRequestBytes() {
        return maxFileBytes.toBytes() + (long) maxPipelines * maxFieldBytes.toBytes() + maxFieldBytes.toBytes();
    }

    @AssertTrue(message = "every size is at least 1, max-field-bytes and memory-per-request at most 256MB")
    boolean isEverySizeUsable() {
        DataSize most = DataSize.ofMegabytes(256);
        return maxFileBytes.toBytes() > 0
                && maxFieldBytes.toBytes() > 0
                && maxFieldBytes.compareTo(most) <= 0
                && memoryPerRequest.toBytes() >= 0
                && memoryPerRequest.compareTo(most) <= 0;
    }

    @AssertTrue(message = "temp-space is at least max-file-bytes")
    boolean isRoomForTheLargestFile() {
        return tempSpace.compareTo(maxFileBytes) >= 0;
    }
}
