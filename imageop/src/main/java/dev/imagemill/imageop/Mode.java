package dev.imagemill.imageop;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/**
 * A pixel format of PEP 368: which components a pixel has, how wide they are and how they lie in memory.
 *
 * <p>A number in a name is the average number of bits per pixel. Alpha 0 is transparent, its maximum opaque, and colour is never
 * premultiplied. The two planar modes store a full plane of Y, then quarter planes of Cr and Cb, in this order, and take even sizes only.
 */
public enum Mode {
    /** Grey, 8 bits. */
    L(ColorFamily.GRAY, 8, false),
    /** Grey, 16 bits. */
    L16(ColorFamily.GRAY, 16, false),
    /** Grey, 32 bits, unsigned. */
    L32(ColorFamily.GRAY, 32, false),
    /** Grey and alpha, 8 bits each. */
    LA(ColorFamily.GRAY, 8, true),
    /** Grey and alpha, 16 bits each. */
    LA32(ColorFamily.GRAY, 16, true),
    /** Red, green and blue, 8 bits each. */
    RGB(ColorFamily.RGB, 8, false),
    /** Red, green and blue, 16 bits each. */
    RGB48(ColorFamily.RGB, 16, false),
    /** Red, green, blue and alpha, 8 bits each. */
    RGBA(ColorFamily.RGB, 8, true),
    /** Red, green, blue and alpha, 16 bits each. */
    RGBA64(ColorFamily.RGB, 16, true),
    /** Planar BT.601 video with studio levels (Y 16 to 235, Cr and Cb 16 to 240), chroma halved both ways. */
    YV12(ColorFamily.YCC, 8, false),
    /** Planar JFIF video with full levels, chroma halved both ways. */
    JPEG_YV12(ColorFamily.YCC, 8, false),
    /** Cyan, magenta, yellow and black ink, 8 bits each; 0 is no ink. */
    CMYK(ColorFamily.CMYK, 8, false),
    /** Cyan, magenta, yellow and black ink, 16 bits each; 0 is no ink. */
    CMYK64(ColorFamily.CMYK, 16, false);

    private static final List<Mode> ALL = List.of(values());
    private static final int STUDIO_FLOOR = 16;

    private final ColorFamily family;
    private final int bits;
    private final boolean alpha;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of or Stream.toList
    private final List<String> names;

    Mode(ColorFamily family, int bits, boolean alpha) {
        this.family = family;
        this.bits = bits;
        this.alpha = alpha;
        this.names = alpha
                ? Stream.concat(family.components().stream(), Stream.of("a")).toList()
                : family.components();
    }

    /** The thirteen modes. */
    public static List<Mode> all() {
        return ALL;
    }

    /**
     * The mode of this name; {@code "I"}, which PIL calls it, is {@link #L32}.
     *
     * @throws ImageFormatException if no mode has the name
     */
    public static Mode parse(String name) {
        requireNonNull(name, "name is null");
        for (Mode mode : ALL) {
            if (mode.name().equals(name) || mode.pilName().equals(name)) {
                return mode;
            }
        }
        throw new ImageFormatException("no mode is called '" + name + "'; the modes are " + ALL);
    }

    /** The name PIL knows the mode by: {@code "I"} for {@link #L32}, otherwise the mode's own. */
    public String pilName() {
        return this == L32 ? "I" : name();
    }

    /** Number of components of a pixel, alpha included. */
    public int components() {
        return names.size();
    }

    /** The one-letter (or {@code "cr"}, {@code "cb"}) names of the components, in memory order. */
    public List<String> componentNames() {
        return names;
    }

    /** 8, 16 or 32. */
    public int bitsPerComponent() {
        return bits;
    }

    /** 1, 2 or 4. */
    public int bytesPerComponent() {
        return bits / Byte.SIZE;
    }

    /** The largest value a component can hold: 2 to the power of {@link #bitsPerComponent()}, minus 1. */
    public long maxValue() {
        return (1L << bits) - 1;
    }

    /**
     * Bytes from one pixel to the next.
     *
     * @throws UnsupportedOperationException if the mode is planar
     */
    public int bytesPerPixel() {
        if (planar()) {
            throw new UnsupportedOperationException("a pixel of the planar mode " + this + " has no bytes of its own");
        }
        return components() * bytesPerComponent();
    }

    /** Whether components lie in planes of their own, some of them subsampled. */
    public boolean planar() {
        return family == ColorFamily.YCC;
    }

    /** Whether the last component is alpha. */
    public boolean hasAlpha() {
        return alpha;
    }

    /** The subsampling of each component. */
    public List<Subsampling> subsampling() {
        return planar()
                ? List.of(Subsampling.NONE, Subsampling.HALF, Subsampling.HALF)
                : Collections.nCopies(components(), Subsampling.NONE);
    }

    /** What the width of an image must be a multiple of. */
    public int xDivisor() {
        return planar() ? 2 : 1;
    }

    /** What the height of an image must be a multiple of. */
    public int yDivisor() {
        return planar() ? 2 : 1;
    }

    /** The legal values of each component. Only {@link #YV12} leaves some values of its bytes unused. */
    public List<Interval> intervals() {
        if (this == YV12) {
            Interval chroma = new Interval(STUDIO_FLOOR, 240);
            return List.of(new Interval(STUDIO_FLOOR, 235), chroma, chroma);
        }
        return Collections.nCopies(components(), new Interval(0, maxValue()));
    }

    /** The byte (0 to 255) that every byte of a new image has. For the planar modes this is a dark green, not black. */
    public int initialByte() {
        return switch (family) {
            case GRAY, RGB -> 0;
            case YCC -> this == YV12 ? STUDIO_FLOOR : 0;
            case CMYK -> 255;
        };
    }

    /**
     * Bytes that an image takes.
     *
     * @throws ImageFormatException if the size is not positive or not a multiple of the divisors, or the length exceeds a {@code long}
     */
    public long length(int width, int height) {
        if (width < 1 || height < 1) {
            throw new ImageFormatException("width and height are at least 1, not " + width + " x " + height);
        }
        if (width % xDivisor() != 0 || height % yDivisor() != 0) {
            throw new ImageFormatException("mode " + this + " takes even sizes only, not " + width + " x " + height);
        }
        long pixels = (long) width * height;
        if (planar()) {
            return pixels + pixels / 2;
        }
        if (pixels > Long.MAX_VALUE / bytesPerPixel()) {
            throw new ImageFormatException("an image of " + width + " x " + height + " is too long for mode " + this);
        }
        return pixels * bytesPerPixel();
    }

    /** Bytes that an image of this size takes, as {@link #length(int, int)}. */
    public long length(ImageSize size) {
        return length(size.width(), size.height());
    }

    /**
     * Where the component of this name lies among the others.
     *
     * @throws NoSuchElementException if no component has the name
     */
    int componentIndex(String name) {
        int index = names.indexOf(requireNonNull(name, "name is null"));
        if (index < 0) {
            throw new NoSuchElementException("mode " + this + " has no component '" + name + "'; it has " + names);
        }
        return index;
    }

    ColorFamily family() {
        return family;
    }
}
