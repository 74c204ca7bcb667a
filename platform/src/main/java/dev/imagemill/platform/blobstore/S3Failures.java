package dev.imagemill.platform.blobstore;

import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sorts what the S3 client throws into what the blob store throws. */
final class S3Failures {
    private static final Set<String> MISSING = Set.of("NoSuchKey", "NoSuchObject", "NoSuchBucket");

    private S3Failures() {}

    /** One exchange with the server. */
    @FunctionalInterface
    interface Exchange<T> {
        T run() throws MinioException;
    }

    /** Runs an exchange about a key. */
    static <T> T about(String key, Exchange<T> exchange) {
        try {
            return run(exchange);
        } catch (MinioException e) {
            throw sorted(key, e);
        } catch (BlobStoreUnavailable e) {
            throw e.getCause() instanceof MissingObject ? new BlobNotFound(key) : e;
        }
    }

    /** Runs an exchange. The client wraps a failed connection into an {@link IllegalStateException}. */
    static <T> T run(Exchange<T> exchange) throws MinioException {
        try {
            return exchange.run();
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof IOException cause) {
                throw unavailable(cause);
            }
            throw e;
        }
    }

    static RuntimeException sorted(String key, MinioException e) {
        String code = code(e);
        if (code != null && MISSING.contains(code)) {
            return new BlobNotFound(key);
        }
        if ("InvalidRange".equals(code)) {
            return new IndexOutOfBoundsException("the range starts behind the end of " + key);
        }
        return unavailable(e);
    }

    static boolean isNoBucket(MinioException e) {
        return "NoSuchBucket".equals(code(e));
    }

    /** Whether something was not written because its key is taken. */
    static boolean isPresent(MinioException e) {
        return "PreconditionFailed".equals(code(e));
    }

    static BlobStoreUnavailable unavailable(Exception e) {
        Throwable cause = e instanceof MinioException && e.getCause() != null ? e.getCause() : e;
        return new BlobStoreUnavailable("object storage is unavailable: " + cause, e);
    }

    /** The S3 error code; null if the server gave none. */
    static @Nullable String code(MinioException e) {
        return e instanceof ErrorResponseException response
                ? response.errorResponse().code()
                : null;
    }
}
