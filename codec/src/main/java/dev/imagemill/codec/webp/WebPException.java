package dev.imagemill.codec.webp;

/** A picture that libwebp did not read or write. */
public final class WebPException extends RuntimeException {
    WebPException(String message) {
        super(message);
    }
}
