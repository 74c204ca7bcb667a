package dev.imagemill.codec;

import org.jspecify.annotations.Nullable;

/** An image that cannot be read or written, by whose fault it is. The environment's faults are not among these. */
public abstract sealed class CodecException extends RuntimeException
        permits NotAnImage, UnsupportedImage, CorruptImage, LimitExceeded {

    CodecException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
