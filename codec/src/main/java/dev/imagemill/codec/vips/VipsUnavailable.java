package dev.imagemill.codec.vips;

import org.jspecify.annotations.Nullable;

/** libvips could not be loaded; the message is the remedy, the cause is the loader's own error. */
public final class VipsUnavailable extends RuntimeException {
    VipsUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
