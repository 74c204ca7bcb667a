package dev.imagemill.platform.blobstore;

import org.jspecify.annotations.Nullable;

/** A blob store could not do what was asked: for now ({@link BlobStoreUnavailable}) or for good ({@link BlobNotFound}). */
public abstract sealed class BlobStoreException extends RuntimeException permits BlobStoreUnavailable, BlobNotFound {
    BlobStoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
