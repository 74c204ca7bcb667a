package dev.imagemill.codec;

import static java.util.Objects.requireNonNull;

import dev.imagemill.imageop.Image;
import java.lang.foreign.Arena;

/**
 * A decoded image and the native memory that holds its pixels. Any thread may use and close it; after {@link #close()} its pixels
 * are gone.
 */
public final class DecodedImage implements AutoCloseable {
    private final Image image;
    private final ImageInfo info;
    private final Arena memory;

    DecodedImage(Image image, ImageInfo info, Arena memory) {
        this.image = requireNonNull(image, "image is null");
        this.info = requireNonNull(info, "info is null");
        this.memory = requireNonNull(memory, "memory is null");
    }

    /** The pixels, in stored orientation, possibly smaller than the file's where a size hint allowed it. */
    public Image image() {
        return image;
    }

    /** What the file's header says; its size is that of the file, not of {@link #image()}. */
    public ImageInfo info() {
        return info;
    }

    /** The same pixels, of which something else is said. This one is not to be used any more. */
    DecodedImage withInfo(ImageInfo newInfo) {
        return new DecodedImage(image, newInfo, memory);
    }

    @Override
    public void close() {
        memory.close();
    }
}
