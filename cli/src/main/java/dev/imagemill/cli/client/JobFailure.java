package dev.imagemill.cli.client;

import org.jspecify.annotations.Nullable;

/**
 * An item of a job that failed for good.
 *
 * @param rendition preset and rendition, such as {@code thumbnails.w400}
 * @param problem the cause
 */
public record JobFailure(
        String imageId,
        @Nullable String imageName,
        @Nullable String rendition,
        Problem problem) {
    /** Stable name of the cause. */
    public String code() {
        return problem.codeOrUnknown();
    }
}
