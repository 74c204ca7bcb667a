package dev.imagemill.imageop.pillow;

import static java.util.Objects.requireNonNull;

import dev.imagemill.imageop.ImageFormatException;
import dev.imagemill.imageop.ImageSize;
import java.util.List;

/**
 * A pixel format that Pillow has and PEP 368 has not. Components are interleaved, in the order of {@link #componentNames()}, without padding.
 */
public enum PillowMode {
    /** Black or white, a byte for a pixel: 0, or 255; any byte but 0 reads as white. */
    BILEVEL("1", Form.BILEVEL, "1"),
    /** Indexes into a {@link Palette}, a byte each. */
    PALETTE("P", Form.PALETTE, "p"),
    /** Luma and colour differences of JFIF, a byte each and not subsampled; 0 to 255, neutral at 128. */
    YCBCR("YCbCr", Form.YCBCR, "y", "cb", "cr"),
    /** CIE L*a*b* under D50, a byte each: L* times 2.55, a* plus 128, b* plus 128. */
    LAB("LAB", Form.LAB, "l", "a", "b"),
    /** Hue, saturation and value, a byte each; the hue circle is cut into 255 parts, and red is 0. */
    HSV("HSV", Form.HSV, "h", "s", "v"),
    /** Signed 32-bit numbers in native byte order, which mean grey but have no range: nothing scales them. */
    INTEGER("I", Form.INTEGER, "i"),
    /** 32-bit floating-point numbers in native byte order, which mean grey but have no range: nothing scales them. */
    FLOAT("F", Form.FLOAT, "f");

    private static final List<PillowMode> ALL = List.of(values());

    private final String pilName;
    private final Form form;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> names;

    PillowMode(String pilName, Form form, String... names) {
        this.pilName = pilName;
        this.form = form;
        this.names = List.of(names);
    }

    /** The seven modes. */
    public static List<PillowMode> all() {
        return ALL;
    }

    /**
     * The mode that Pillow calls by this name, or that has it here.
     *
     * @throws ImageFormatException if no mode has the name
     */
    public static PillowMode parse(String name) {
        requireNonNull(name, "name is null");
        for (PillowMode mode : ALL) {
            if (mode.pilName.equals(name) || mode.name().equals(name)) {
                return mode;
            }
        }
        throw new ImageFormatException("no further mode of Pillow is called '" + name + "'; they are "
                + ALL.stream().map(PillowMode::pilName).toList());
    }

    /** Pillow's name: {@code "1"}, {@code "P"}, {@code "YCbCr"}, {@code "LAB"}, {@code "HSV"}, {@code "I"} or {@code "F"}. */
    public String pilName() {
        return pilName;
    }

    /** Number of components of a pixel. */
    public int components() {
        return names.size();
    }

    /** The names of the components, in memory order. */
    public List<String> componentNames() {
        return names;
    }

    /** 1, 3 or 4. */
    public int bytesPerPixel() {
        return form.bytes();
    }

    /** Bytes that an image takes. */
    public long length(ImageSize size) {
        return size.pixels() * bytesPerPixel();
    }

    Form form() {
        return form;
    }
}
