package dev.imagemill.platform.blobstore;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * What the store knows of an object besides its bytes.
 *
 * @param key the key it is stored under
 * @param bytes its length
 * @param mediaType its media type as given when it was written, such as {@code image/webp}
 * @param metadata what its writer noted, names in lower case
 */
public record StoredObject(String key, long bytes, String mediaType, Map<String, String> metadata) {
    public StoredObject {
        requireNonNull(key, "key is null");
        requireNonNull(mediaType, "mediaType is null");
        metadata = Map.copyOf(metadata);
    }
}
