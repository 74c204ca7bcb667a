package dev.imagemill.imageop.pillow;

import static java.util.Objects.requireNonNull;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageFormatException;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.ImageSource;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An image of one of the {@link PillowMode}s over one contiguous piece of memory: row-major, without padding, numbers in native byte order.
 *
 * <p>Conversions make new images on the heap. Their {@link #info()} is empty, except that a transparent colour under {@code "transparency"}
 * stays if it still has a meaning. Images are not synchronised: threads may read one together, but not while one writes.
 */
public final class PillowImage {
    private final PillowMode mode;
    private final ImageSize size;
    private final MemorySegment segment;
    private final @Nullable Palette palette;
    private final ByteBuffer buffer;
    private final Map<String, Object> info = new LinkedHashMap<>();

    private PillowImage(PillowMode mode, ImageSize size, MemorySegment segment, @Nullable Palette palette) {
        this.mode = requireNonNull(mode, "mode is null");
        this.size = requireNonNull(size, "size is null");
        this.segment = segment;
        this.palette = mode == PillowMode.PALETTE && palette == null ? Palette.gray() : palette;
        // A buffer shows at most 2 GiB; of a larger image it is a view of the beginning, and segment() of all.
        this.buffer = segment.asSlice(0, Math.min(segment.byteSize(), Integer.MAX_VALUE))
                .asByteBuffer()
                .order(ByteOrder.nativeOrder());
    }

    /**
     * A new image on the heap, every byte 0; of mode P, with the grey palette.
     *
     * @throws ImageFormatException if it takes more than 2 GiB
     */
    public static PillowImage create(PillowMode mode, ImageSize size) {
        return new PillowImage(mode, size, MemorySegment.ofArray(allocate(size, mode.bytesPerPixel())), null);
    }

    /**
     * An image over a copy of these bytes; of mode P, with the grey palette.
     *
     * @throws ImageFormatException if there are not exactly {@code mode.length(size)} bytes
     */
    public static PillowImage of(PillowMode mode, ImageSize size, byte[] bytes) {
        return wrap(mode, size, MemorySegment.ofArray(bytes.clone()));
    }

    /**
     * An image over this memory itself, native or a {@code byte[]}; of mode P, with the grey palette.
     *
     * @throws ImageFormatException if the segment does not have exactly {@code mode.length(size)} bytes, or is an array of anything but bytes
     */
    public static PillowImage wrap(PillowMode mode, ImageSize size, MemorySegment segment) {
        if (segment.byteSize() != mode.length(size)) {
            throw new ImageFormatException("an image of mode " + mode.pilName() + " and " + size + " has "
                    + mode.length(size) + " bytes, not " + segment.byteSize());
        }
        if (segment.heapBase().isPresent() && !(segment.heapBase().get() instanceof byte[])) {
            throw new ImageFormatException("an image on the heap is over a byte[], not "
                    + segment.heapBase().get().getClass().getSimpleName());
        }
        return new PillowImage(mode, size, segment, null);
    }

    /** An image of mode P over this array itself. */
    static PillowImage indexed(ImageSize size, byte[] indexes, Palette palette) {
        return new PillowImage(PillowMode.PALETTE, size, MemorySegment.ofArray(indexes), palette);
    }

    static byte[] allocate(ImageSize size, int bytesPerPixel) {
        return new byte[length(size, bytesPerPixel)];
    }

    static int length(ImageSize size, int bytesPerPixel) {
        long length = size.pixels() * bytesPerPixel;
        if (length > Integer.MAX_VALUE - Long.BYTES) {
            throw new ImageFormatException("an image of " + size + " and " + bytesPerPixel + " bytes a pixel takes "
                    + length + " bytes, more than a heap array holds");
        }
        return (int) length;
    }

    /** The source in another mode, with {@link ConvertOptions#DEFAULT}. */
    public static PillowImage from(ImageSource source, PillowMode mode) {
        return from(source, mode, ConvertOptions.DEFAULT);
    }

    /**
     * The source in another mode.
     *
     * <p>I and F take grey numbers as they are, 0 to 65,535 of a 16-bit source and 0 to 4,294,967,295 of L32 (I at most 2,147,483,647). For all
     * other targets a source of more bits is first narrowed to 8 by the rules of {@link Image#convert(Mode)}, and a planar one or CMYK converted
     * to RGB. Alpha is dropped, except that mode P from RGBA gets a palette with alpha by {@link QuantizeMethod#FAST_OCTREE}.
     *
     * @throws UnsupportedOperationException if there is no conversion
     */
    public static PillowImage from(ImageSource source, PillowMode mode, ConvertOptions options) {
        requireNonNull(mode, "mode is null");
        requireNonNull(options, "options is null");
        return ToPillowMode.convert(Images.view(source), mode, options);
    }

    /**
     * The source with a palette picked for it. A source of more than 8 bits is narrowed first; grey with alpha becomes RGBA.
     *
     * @throws ImageFormatException if the source has alpha and the method takes none
     */
    public static PillowImage quantize(ImageSource source, QuantizeOptions options) {
        return Quantizer.quantize(ToPillowMode.quantizable(Images.view(source)), options);
    }

    /**
     * The source with every pixel the nearest colour of a palette.
     *
     * @throws ImageFormatException if the source has alpha
     */
    public static PillowImage quantize(ImageSource source, Palette palette, Dither dither) {
        Image image = Images.view(source);
        if (image.mode().hasAlpha()) {
            throw new ImageFormatException("an image of mode " + image.mode()
                    + " has alpha, which a given palette cannot keep; flatten it or convert it first");
        }
        return ToPillowMode.mapped(ToPillowMode.quantizable(image), palette, dither);
    }

    /** As {@link #quantize(ImageSource, QuantizeOptions)}. The alpha of a palette is dropped. */
    public PillowImage quantize(QuantizeOptions options) {
        return Quantizer.quantize(ToPillowMode.notLab(PixelSource.of(this), "P"), options);
    }

    /** As {@link #quantize(ImageSource, Palette, Dither)}. The alpha of the image's own palette is dropped. */
    public PillowImage quantize(Palette target, Dither dither) {
        return ToPillowMode.mapped(ToPillowMode.notLab(PixelSource.of(this), "P"), target, dither);
    }

    /** The image in another mode, with {@link ConvertOptions#DEFAULT}; a copy if the mode is the same. */
    public PillowImage convert(PillowMode target) {
        return convert(target, ConvertOptions.DEFAULT);
    }

    /**
     * The image in another mode; a copy if the mode is the same.
     *
     * @throws UnsupportedOperationException if the image is {@link PillowMode#LAB} and the target another mode
     */
    public PillowImage convert(PillowMode target, ConvertOptions options) {
        requireNonNull(target, "target is null");
        requireNonNull(options, "options is null");
        return ToPillowMode.convert(this, target, options);
    }

    /**
     * The image in a mode of PEP 368.
     *
     * <p>Numbers of I and F are cut to the range of a component of the target, 8, 16 or 32 bits, and not scaled. The other modes have 8 bits; for
     * wider targets they are converted at 8 and widened by the rules of {@link Image#convert(Mode)}, so white stays white. A transparent colour
     * or alphas in {@link #info()} become alpha if the target has it.
     *
     * @throws UnsupportedOperationException if the image is {@link PillowMode#LAB} and the target has other components than RGB, or if
     *     {@link Image#convert(Mode)} has no way to the target
     */
    public Image toImage(Mode target) {
        return ToProtocolMode.convert(this, requireNonNull(target, "target is null"));
    }

    /** An image over the same memory with other colours; its info is empty. */
    public PillowImage withPalette(Palette other) {
        palette();
        return new PillowImage(mode, size, segment, other);
    }

    /** The pixel format; never changes. */
    public PillowMode mode() {
        return mode;
    }

    /** Width and height; never change. */
    public ImageSize size() {
        return size;
    }

    /** The image's bytes, live: {@code mode().length(size())} of them. */
    public MemorySegment segment() {
        return segment;
    }

    /** The same memory as {@link #segment()}, in native byte order; the same buffer every time. */
    public ByteBuffer buffer() {
        return buffer;
    }

    /**
     * The colours of an image of mode P.
     *
     * @throws UnsupportedOperationException in other modes
     */
    public Palette palette() {
        if (palette == null) {
            throw new UnsupportedOperationException("an image of mode " + mode.pilName() + " has no palette");
        }
        return palette;
    }

    /**
     * Free-form facts about the image; mutable. Conversions heed {@code "transparency"}: an {@code Integer} that is a number of mode 1 or I or an
     * index of mode P, or a {@code byte[]} of alphas of the first colours of mode P.
     */
    public Map<String, Object> info() {
        return info;
    }

    @Override
    public String toString() {
        return "PillowImage(" + mode.pilName() + ", " + size + ")";
    }
}
