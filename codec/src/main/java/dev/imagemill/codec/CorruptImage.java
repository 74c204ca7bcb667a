package dev.imagemill.codec;

import org.jspecify.annotations.Nullable;

/** The bytes begin like an image and then break: cut off or damaged, in the header or in the pixels. */
public final class CorruptImage extends CodecException {
    private final Stage stage;

    CorruptImage(Stage stage, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.stage = stage;
    }

    /** What was being read when it broke. */
    public Stage stage() {
        return stage;
    }

    /** A part of an image file. */
    public enum Stage {
        HEADER,
        PIXELS
    }
}
