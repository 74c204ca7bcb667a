package dev.imagemill.imageop;

import java.nio.ByteBuffer;

/** Anything that has the mode, the size and the bytes of an image; enough to be accepted wherever an image is read. */
public interface ImageSource {
    /** The pixel format; never changes. */
    Mode mode();

    /** Width and height; never change. */
    ImageSize size();

    /**
     * The image's bytes, live: {@code mode().length(size())} of them from position 0, in native byte order. The same buffer every time.
     */
    ByteBuffer buffer();
}
