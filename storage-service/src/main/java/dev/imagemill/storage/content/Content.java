package dev.imagemill.storage.content;

import static java.util.Objects.requireNonNull;

import dev.imagemill.contract.store.ObjectMetadata;
import dev.imagemill.platform.blobstore.StoredObject;

/**
 * Bytes to be served, as the catalogue knows them.
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

    /** The same content as it lies there now: a rendition that was made again may have other bytes under its key. */
    Content as(StoredObject object) {
        String digest = object.metadata().getOrDefault(ObjectMetadata.SHA256, sha256);
        return new Content(key, digest, object.bytes(), mediaType, filename);
    }

    EntityTag tag() {
        return new EntityTag(sha256);
    }
}
