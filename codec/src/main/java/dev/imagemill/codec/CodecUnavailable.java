package dev.imagemill.codec;

import org.jspecify.annotations.Nullable;

/** libvips could not be loaded: a fault of the installation, not of any image. The message says what to do about it. */
public final class CodecUnavailable extends RuntimeException {
    CodecUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
