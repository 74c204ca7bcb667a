package dev.imagemill.imageop;

/** Thrown when a mode, a size, a length or a component value does not make an image. */
public class ImageFormatException extends IllegalArgumentException {
    public ImageFormatException(String message) {
        super(message);
    }
}
