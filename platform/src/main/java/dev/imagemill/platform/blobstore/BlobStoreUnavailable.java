package dev.imagemill.platform.blobstore;

import org.jspecify.annotations.Nullable;

/** Object storage did not answer, broke off, or refused for a reason that is not the request's: trying later may help. */
public final class BlobStoreUnavailable extends BlobStoreException {
    public BlobStoreUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
