package dev.imagemill.embedded;

import org.jspecify.annotations.Nullable;

/** An embedded server could not be started; the message says why and where its log is. */
public final class EmbeddedServerException extends RuntimeException {
    EmbeddedServerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    EmbeddedServerException(String message) {
        super(message);
    }
}
