package dev.imagemill.codec.plain;

import dev.imagemill.imageop.ImageSize;

/** Width and height as a header states them. */
final class Sides {
    private Sides() {}

    /** The size; sides beyond what an image can have at all become the longest, which every limit refuses. */
    static ImageSize of(long width, long height) {
        if (width < 1 || height < 1) {
            throw PlainFormatException.header("width and height are at least 1, not " + width + " x " + height);
        }
        return new ImageSize((int) Math.min(width, Integer.MAX_VALUE), (int) Math.min(height, Integer.MAX_VALUE));
    }
}
