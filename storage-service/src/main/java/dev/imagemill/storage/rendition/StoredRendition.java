package dev.imagemill.storage.rendition;

import static java.util.Objects.requireNonNull;

/**
 * A rendition whose bytes are in object storage.
 *
 * @param key digest of its key, which also names its object
 * @param sha256 digest of its bytes
 * @param bytes their number
 * @param mediaType as {@code image/webp}
 * @param width in pixels
 * @param height in pixels
 */
public record StoredRendition(String key, String sha256, long bytes, String mediaType, int width, int height) {
    public StoredRendition {
        requireNonNull(key, "key is null");
        requireNonNull(sha256, "sha256 is null");
        requireNonNull(mediaType, "mediaType is null");
    }
}
