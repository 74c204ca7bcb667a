package dev.imagemill.codec;

/** The bytes begin like no image format that the codec knows. */
public final class NotAnImage extends CodecException {
    NotAnImage(String message) {
        super(message, null);
    }
}
