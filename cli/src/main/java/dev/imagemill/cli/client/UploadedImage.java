package dev.imagemill.cli.client;

import org.jspecify.annotations.Nullable;

/**
 * An image the server accepted.
 *
 * @param width pixels, as stored, before {@code orientation} is applied
 * @param orientation EXIF orientation, 1 to 8
 * @param duplicate whether its bytes were in the store before this upload
 */
public record UploadedImage(
        String id,
        String name,
        @Nullable String href,
        @Nullable String sha256,
        long bytes,
        @Nullable String mediaType,
        int width,
        int height,
        @Nullable String mode,
        int orientation,
        boolean duplicate) {}
