package dev.imagemill.imageop;

import static java.util.Objects.requireNonNull;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Makes images: new ones, and ones over memory that is already there. */
public final class Images {
    private Images() {}

    /**
     * A new image on the heap, every byte {@link Mode#initialByte()}.
     *
     * @throws ImageFormatException if the mode cannot have the size, or the image takes more than 2 GiB
     */
    public static Image create(Mode mode, ImageSize size) {
        SegmentImage image = allocate(mode, size);
        if (mode.initialByte() != 0) {
            image.segment().fill((byte) mode.initialByte());
        }
        return image;
    }

    /** A new image in native memory that lives as long as the arena, every byte {@link Mode#initialByte()}. */
    public static Image createNative(Mode mode, ImageSize size, Arena arena) {
        MemorySegment segment = arena.allocate(mode.length(size), Long.BYTES);
        segment.fill((byte) mode.initialByte());
        return new SegmentImage(mode, size, segment);
    }

    /**
     * A new image on the heap of one colour.
     *
     * @param color one value for each component, 0 to {@link Mode#maxValue()}
     */
    public static Image filled(Mode mode, ImageSize size, long... color) {
        SegmentImage image = allocate(mode, size);
        Fill.fill(image, color);
        return image;
    }

    /**
     * An image over a copy of these bytes.
     *
     * @throws ImageFormatException if there are not exactly {@code mode.length(size)} bytes
     */
    public static Image of(Mode mode, ImageSize size, byte[] bytes) {
        return wrap(mode, size, MemorySegment.ofArray(bytes.clone()));
    }

    /**
     * An image over this memory itself, native or a {@code byte[]}.
     *
     * @throws ImageFormatException if the segment does not have exactly {@code mode.length(size)} bytes, or is an array of anything but bytes
     */
    public static Image wrap(Mode mode, ImageSize size, MemorySegment segment) {
        return segmentImage(mode, size, segment);
    }

    static SegmentImage segmentImage(Mode mode, ImageSize size, MemorySegment segment) {
        long length = mode.length(size);
        if (segment.byteSize() != length) {
            throw new ImageFormatException("an image of mode " + mode + " and " + size + " has " + length
                    + " bytes, not " + segment.byteSize());
        }
        if (segment.heapBase().isPresent() && !(segment.heapBase().get() instanceof byte[])) {
            throw new ImageFormatException("an image on the heap is over a byte[], not "
                    + segment.heapBase().get().getClass().getSimpleName());
        }
        return new SegmentImage(mode, size, segment);
    }

    /**
     * The source as an image over the same memory: itself if it is one already.
     *
     * @throws ImageFormatException if the source's buffer does not have the length that its mode and size ask for
     */
    public static Image view(ImageSource source) {
        requireNonNull(source, "source is null");
        if (source instanceof Image image) {
            return image;
        }
        return SegmentImage.over(source);
    }

    /** The source in another mode, as {@link Image#convert(Mode)}. */
    public static Image convert(ImageSource source, Mode target) {
        return view(source).convert(target);
    }

    /** A new image on the heap, every byte 0. */
    static SegmentImage allocate(Mode mode, ImageSize size) {
        return new SegmentImage(mode, size, MemorySegment.ofArray(new byte[heapLength(mode, size)]));
    }

    static int heapLength(Mode mode, ImageSize size) {
        requireNonNull(mode, "mode is null");
        long length = mode.length(size);
        if (length > Integer.MAX_VALUE - Long.BYTES) {
            throw new ImageFormatException("an image of mode " + mode + " and " + size + " takes " + length
                    + " bytes, more than a heap array holds");
        }
        return (int) length;
    }
}
