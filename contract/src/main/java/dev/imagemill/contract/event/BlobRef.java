package dev.imagemill.contract.event;

import static java.util.Objects.requireNonNull;

import dev.imagemill.contract.store.ObjectKeys;

/**
 * Bytes in object storage.
 *
 * @param sha256 their digest, which is their name
 * @param bytes how many they are
 * @param mediaType what they are, by their content
 */
public record BlobRef(String sha256, long bytes, String mediaType) {
    public BlobRef {
        Require.digest(sha256, "sha256");
        Require.atLeast(0, bytes, "bytes");
        requireNonNull(mediaType, "mediaType is null");
    }

    /** Their key in the bucket. */
    public String objectKey() {
        return ObjectKeys.blob(sha256);
    }
}
