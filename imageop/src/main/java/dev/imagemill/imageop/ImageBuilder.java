package dev.imagemill.imageop;

import static java.util.Objects.requireNonNull;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Makes a new image on the heap from what is known of it, by the rules of PEP 368's {@code Image(mode, size, color,
 * source)}.
 *
 * <ul>
 *   <li>A colour, or neither colour nor source, asks for a mode and a size. Without a colour every byte is {@link
 *       Mode#initialByte()}.
 *   <li>A source of bytes asks for a mode and a size and has exactly the bytes of such an image, in native byte order;
 *       they are copied as they are, and may lie outside the mode's {@link Mode#intervals()}.
 *   <li>A source image lends the mode and the size that are not given; one that is given and differs makes {@link
 *       #build()} convert and resize, as {@link Images#convert(ImageSource, Mode, ImageSize, ResizeOptions)}. A planar
 *       mode refuses odd sizes, lent ones too.
 *   <li>Colour and source exclude each other.
 * </ul>
 *
 * <p>What breaks a rule throws an {@link ImageFormatException} from {@link #build()}, or at once where it can be told.
 * The new image shares no memory with its source, and its info is empty. A builder may be used again; what is set twice
 * holds as set last.
 */
public final class ImageBuilder {
    private @Nullable Mode mode;
    private @Nullable ImageSize size;
    private long @Nullable [] color;
    private @Nullable ImageSource image;
    private @Nullable MemorySegment bytes;
    private @Nullable ResizeOptions options;

    ImageBuilder() {}

    /** The mode of the new image. */
    public ImageBuilder mode(Mode value) {
        mode = requireNonNull(value, "mode is null");
        return this;
    }

    /** The mode of the new image, by its name as {@link Mode#parse(String)}. */
    public ImageBuilder mode(String name) {
        return mode(Mode.parse(name));
    }

    /** The size of the new image. */
    public ImageBuilder size(ImageSize value) {
        size = requireNonNull(value, "size is null");
        return this;
    }

    /** The size of the new image, width and height both at least 1. */
    public ImageBuilder size(int width, int height) {
        return size(new ImageSize(width, height));
    }

    /** One value for each component, 0 to {@link Mode#maxValue()}, that every pixel of the new image has. */
    public ImageBuilder color(long... value) {
        color = value.clone();
        return this;
    }

    /** The image to copy, convert or resize when the new one is built. */
    public ImageBuilder source(ImageSource value) {
        image = requireNonNull(value, "source is null");
        bytes = null;
        return this;
    }

    /** The bytes to copy when the new image is built. */
    public ImageBuilder source(byte[] value) {
        return source(MemorySegment.ofArray(value));
    }

    /** The bytes to copy when the new image is built, from the buffer's position to its limit. */
    public ImageBuilder source(ByteBuffer value) {
        return source(MemorySegment.ofBuffer(value));
    }

    /** The bytes to copy, each written as an integer of 0 to 255. */
    public ImageBuilder source(int... values) {
        byte[] copy = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            if (values[i] < 0 || values[i] > 255) {
                throw new ImageFormatException("byte " + i + " of the source is " + values[i] + ", not 0 to 255");
            }
            copy[i] = (byte) values[i];
        }
        return source(copy);
    }

    private ImageBuilder source(MemorySegment value) {
        bytes = value;
        image = null;
        return this;
    }

    /** How to resize a source image; bicubic unless said otherwise. */
    public ImageBuilder resize(ResizeOptions value) {
        options = requireNonNull(value, "options are null");
        return this;
    }

    /**
     * A new image.
     *
     * @throws ImageFormatException if what is given breaks a rule
     */
    public Image build() {
        if (color != null && (image != null || bytes != null)) {
            throw new ImageFormatException("an image is made of a color or of a source, not of both");
        }
        if (image != null) {
            return Images.convert(
                    image,
                    mode == null ? image.mode() : mode,
                    size == null ? image.size() : size,
                    options == null ? Images.BICUBIC : options);
        }
        if (options != null) {
            throw new ImageFormatException("resize options go with a source image only");
        }
        if (mode == null || size == null) {
            throw new ImageFormatException(
                    (mode == null ? "mode" : "size") + " is missing, and no source image lends its own");
        }
        if (bytes != null) {
            return Images.segmentImage(mode, size, bytes).copy();
        }
        return color == null ? Images.create(mode, size) : Images.filled(mode, size, color);
    }
}
