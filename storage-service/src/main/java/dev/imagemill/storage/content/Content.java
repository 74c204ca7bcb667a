package dev.imagemill.storage.content;

import static java.util.Objects.requireNonNull;

/**
 * Bytes to be served.
 *
 * @param key their object's key
 * @param sha256 their digest, which is their entity tag
 * @param bytes their number
 * @param mediaType as {@code image/png}
 * @param filename what a browser is told to save them as; made safe before it is told
 */
public record Content(String key, String sha256, long bytes, String mediaType, String filename) {
    public Content {
        requireNonNull(key, "key is null");
        requireNonNull(sha256, "sha256 is null");
        requireNonNull(mediaType, "mediaType is null");
        requireNonNull(filename, "filename is null");
    }

    EntityTag tag() {
        return new EntityTag(sha256);
    }
}
