package dev.imagemill.imageop;

import static java.util.Objects.requireNonNull;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes images: new ones, and ones over memory that is already there. */
public final class Images {
    static final ResizeOptions BICUBIC = ResizeOptions.of(Filter.BICUBIC);

    private Images() {}

    /**
     * A new image on the heap, every byte {@link Mode#initialByte()}.
     *
     * @throws ImageFormatException if the mode cannot have the size, or the image takes more than 2 GiB
     */
    public static Image create(Mode mode, ImageSize size) {
        SegmentImage image = new SegmentImage(mode, size, MemorySegment.ofArray(new byte[heapLength(mode, size)]));
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
     * A new black image on the heap, opaque if the mode has alpha. Unlike {@link #create} this is black in the planar
     * modes, whose colour differences are 128, and in the CMYK modes it is full of black ink and of no other.
     *
     * @throws ImageFormatException as {@link #create}
     */
    public static Image black(Mode mode, ImageSize size) {
        long max = mode.maxValue();
        return switch (mode) {
            case L, L16, L32, RGB, RGB48 -> create(mode, size);
            case LA, LA32 -> filled(mode, size, 0, max);
            case RGBA, RGBA64, CMYK, CMYK64 -> filled(mode, size, 0, 0, 0, max);
            case YV12, JPEG_YV12 ->
                filled(mode, size, mode.intervals().getFirst().min(), 128, 128);
        };
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
     * An image over a copy of the bytes from the buffer's position to its limit. They are taken as they lie: in native
     * byte order, whatever the buffer's own order is.
     *
     * @throws ImageFormatException if there are not exactly {@code mode.length(size)} bytes
     */
    public static Image of(Mode mode, ImageSize size, ByteBuffer bytes) {
        return segmentImage(mode, size, MemorySegment.ofBuffer(bytes)).copy();
    }

    /**
     * An image over the memory itself that is between the buffer's position and its limit, on the heap or direct.
     * Samples are in native byte order, whatever the buffer's own order is. Of a read-only buffer the image is
     * read-only too.
     *
     * @throws ImageFormatException if there are not exactly {@code mode.length(size)} bytes
     */
    public static Image fromBuffer(Mode mode, ImageSize size, ByteBuffer bytes) {
        return segmentImage(mode, size, MemorySegment.ofBuffer(bytes));
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

    /** Whether the object is an image with all operations, of this library or of a caller's own type. */
    public static boolean isImage(@Nullable Object object) {
        return object instanceof Image;
    }

    /** Whether the object is an image of this library's own type. */
    public static boolean isOwnImage(@Nullable Object object) {
        return object instanceof SegmentImage;
    }

    /**
     * Whether the object is accepted wherever an image is read: it has a mode, a size that the mode takes, and a buffer
     * as long as these ask for.
     */
    public static boolean check(@Nullable Object object) {
        if (!(object instanceof ImageSource source)
                || source.mode() == null
                || source.size() == null
                || source.buffer() == null) {
            return false;
        }
        try {
            SegmentImage.over(source);
            return true;
        } catch (ImageFormatException e) {
            return false;
        }
    }

    /** A new image of the source in another mode, as {@link Image#convert(Mode)}. */
    public static Image convert(ImageSource source, Mode target) {
        return convert(source, target, source.size(), BICUBIC);
    }

    /** The same, and how halved chroma is spread if the source is planar and the mode is not. */
    public static Image convert(ImageSource source, Mode target, ChromaUpsampling upsampling) {
        requireNonNull(target, "mode is null");
        return Conversion.convert(SegmentImage.over(source), target, requireNonNull(upsampling, "upsampling is null"));
    }

    /** A new image of the source in another size, resampled by {@link Filter#BICUBIC}. */
    public static Image convert(ImageSource source, ImageSize size) {
        return convert(source, source.mode(), size, BICUBIC);
    }

    /** A new image of the source in another mode and size, resampled by {@link Filter#BICUBIC}. */
    public static Image convert(ImageSource source, Mode target, ImageSize size) {
        return convert(source, target, size, BICUBIC);
    }

    /**
     * A new image of the source in another mode and size. A mode or size that is the source's is left alone; if both
     * are, this is a copy.
     *
     * <p>If both change, the source is resampled in its own colours, at the depth of the deeper mode, and with its
     * alpha, which weighs colours even where the target then drops it. After that it takes the target's colours and
     * depth. Planes of a planar target are resampled straight to their own sizes. A planar source goes over grey or RGB
     * to a target that is not planar.
     *
     * @throws ImageFormatException if the target cannot have the size, the source is not {@linkplain #check complete},
     *     or a box is not wholly inside it
     */
    public static Image convert(ImageSource source, Mode target, ImageSize size, ResizeOptions options) {
        requireNonNull(target, "target is null");
        requireNonNull(size, "size is null");
        requireNonNull(options, "options are null");
        return Adapting.adapt(SegmentImage.over(source), target, size, options);
    }

    /**
     * A new image made of its components, each an image of mode {@link Mode#L}, {@link Mode#L16} or {@link Mode#L32}: the inverse of
     * {@link Image#split}.
     *
     * @param components in the mode's order, all of one size; for planar modes the second and third half as wide and half as high
     * @throws ImageFormatException if their number, a mode or a size is not what the mode asks for
     */
    public static Image merge(Mode mode, List<? extends ImageSource> components) {
        return Merging.merge(mode, components);
    }

    /** An image on the heap for a result, every byte of which is yet to be written. */
    static SegmentImage allocate(Mode mode, ImageSize size) {
        int length = heapLength(mode, size);
        byte[] released = ImageMemory.released(length);
        return new SegmentImage(mode, size, MemorySegment.ofArray(released != null ? released : new byte[length]));
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
