package dev.imagemill.codec;

/** A sound image, or a wish, that the codec has no way to read or write: an exotic pixel layout, or a mode the format cannot hold. */
public final class UnsupportedImage extends CodecException {
    UnsupportedImage(String message) {
        super(message, null);
    }
}
