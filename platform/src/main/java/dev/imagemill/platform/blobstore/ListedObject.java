package dev.imagemill.platform.blobstore;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * An object as a listing shows it.
 *
 * @param key the key it is stored under
 * @param bytes its length
 * @param modified when it was written last
 */
public record ListedObject(String key, long bytes, Instant modified) {
    public ListedObject {
        requireNonNull(key, "key is null");
        requireNonNull(modified, "modified is null");
    }
}
