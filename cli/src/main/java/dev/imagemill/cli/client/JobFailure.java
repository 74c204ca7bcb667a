package dev.imagemill.cli.client;

import org.jspecify.annotations.Nullable;

/**
 * An item of a job that failed for good.
 *
 * @param rendition preset and rendition, such as {@code thumbnails.w400}
 * @param code stable name of the cause
 */
public record JobFailure(
        String imageId,
        @Nullable String rendition,
        String code,
        @Nullable String detail) {}
