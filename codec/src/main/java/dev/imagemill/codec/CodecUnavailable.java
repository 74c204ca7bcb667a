package dev.imagemill.codec;

/** libvips could not be loaded: a fault of the installation, not of any image. The message says what to do about it. */
public final class CodecUnavailable extends RuntimeException {
    CodecUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
