package dev.imagemill.imageop.pillow;

import dev.imagemill.imageop.ImageFormatException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Up to 256 colours of 8 bits a component, opaque or with alpha, for a picture of mode P to point at; immutable.
 *
 * <p>An index beyond the last colour reads as opaque black.
 */
public final class Palette {
    /** The most colours a palette can have. */
    public static final int MAX_SIZE = 256;

    static final int OPAQUE = 0xFF000000;

    private static final int WEB_CUBE = 10;
    private static final int WEB_LEVELS = 6;
    private static final int WEB_STEP = 51;

    private static final Palette WEB = makeWeb();
    private static final Palette GRAY = makeGray();

    /** Alpha, red, green and blue in a byte each, alpha uppermost. */
    private final int[] colors;

    private final boolean alpha;

    private Palette(int[] colors, boolean alpha) {
        if (colors.length < 1 || colors.length > MAX_SIZE) {
            throw new ImageFormatException("a palette has 1 to " + MAX_SIZE + " colours, not " + colors.length);
        }
        this.colors = colors;
        this.alpha = alpha;
    }

    /**
     * Opaque colours.
     *
     * @param rgb red, green and blue of each colour in turn
     * @throws ImageFormatException if these are not 1 to 256 whole colours
     */
    public static Palette ofRgb(byte... rgb) {
        return new Palette(unpack(rgb, 3), false);
    }

    /**
     * Colours with alpha.
     *
     * @param rgba red, green, blue and alpha of each colour in turn
     * @throws ImageFormatException if these are not 1 to 256 whole colours
     */
    public static Palette ofRgba(byte... rgba) {
        return new Palette(unpack(rgba, 4), true);
    }

    /** Opaque colours, blue in the lowest byte, then green and red. */
    static Palette ofPacked(int[] rgb) {
        return new Palette(Arrays.stream(rgb).map(color -> color | OPAQUE).toArray(), false);
    }

    /** Colours with alpha, blue in the lowest byte, then green, red and alpha. */
    static Palette ofPackedWithAlpha(int[] argb) {
        return new Palette(argb.clone(), true);
    }

    /** Ten times black, then a cube of six levels (0, 51, ..., 255) a component, red changing fastest: 226 colours. */
    public static Palette web() {
        return WEB;
    }

    /** 256 greys, each at its own index. */
    public static Palette gray() {
        return GRAY;
    }

    private static int[] unpack(byte[] components, int each) {
        if (components.length % each != 0) {
            throw new ImageFormatException(
                    "colours of " + each + " components do not make " + components.length + " bytes");
        }
        int[] colors = new int[components.length / each];
        for (int i = 0; i < colors.length; i++) {
            int at = i * each;
            int color = (components[at] & 255) << 16 | (components[at + 1] & 255) << 8 | (components[at + 2] & 255);
            colors[i] = color | (each == 4 ? components[at + 3] << 24 : OPAQUE);
        }
        return colors;
    }

    private static Palette makeWeb() {
        int[] colors = new int[WEB_CUBE + WEB_LEVELS * WEB_LEVELS * WEB_LEVELS];
        Arrays.fill(colors, OPAQUE);
        for (int i = WEB_CUBE; i < colors.length; i++) {
            int cube = i - WEB_CUBE;
            int red = cube % WEB_LEVELS;
            int green = cube / WEB_LEVELS % WEB_LEVELS;
            int blue = cube / WEB_LEVELS / WEB_LEVELS;
            colors[i] |= WEB_STEP * (red << 16 | green << 8 | blue);
        }
        return new Palette(colors, false);
    }

    private static Palette makeGray() {
        int[] colors = new int[MAX_SIZE];
        Arrays.setAll(colors, v -> OPAQUE | v * 0x010101);
        return new Palette(colors, false);
    }

    /** Number of colours, 1 to 256. */
    public int size() {
        return colors.length;
    }

    /** Whether colours have alpha of their own; without, all are opaque. */
    public boolean hasAlpha() {
        return alpha;
    }

    /** The colour at an index of 0 to 255 as {@code 0xAARRGGBB}. */
    public int argb(int index) {
        if (index < 0 || index >= MAX_SIZE) {
            throw new IndexOutOfBoundsException("an index is 0 to 255, not " + index);
        }
        return index < colors.length ? colors[index] : OPAQUE;
    }

    /** Red, green and blue of each colour in turn. */
    public byte[] toRgb() {
        return pack(colors.length, 3);
    }

    /** Red, green, blue and alpha of each colour in turn. */
    public byte[] toRgba() {
        return pack(colors.length, 4);
    }

    /** As {@link #toRgb()} or {@link #toRgba()}, for every index a byte can hold. */
    byte[] toTable(int each) {
        return pack(MAX_SIZE, each);
    }

    private byte[] pack(int count, int each) {
        byte[] components = new byte[count * each];
        for (int i = 0; i < count; i++) {
            int color = argb(i);
            components[i * each] = (byte) (color >> 16);
            components[i * each + 1] = (byte) (color >> 8);
            components[i * each + 2] = (byte) color;
            if (each == 4) {
                components[i * each + 3] = (byte) (color >> 24);
            }
        }
        return components;
    }

    /**
     * The same colours with other alphas.
     *
     * @param alphas for the colours from index 0 on; those after keep theirs. Alphas beyond the last colour add black ones.
     * @throws ImageFormatException if there are more than 256
     */
    public Palette withAlphas(byte... alphas) {
        if (alphas.length > MAX_SIZE) {
            throw new ImageFormatException("a palette has at most " + MAX_SIZE + " colours, not " + alphas.length);
        }
        int[] changed = new int[Math.max(colors.length, alphas.length)];
        for (int i = 0; i < changed.length; i++) {
            changed[i] = i < alphas.length ? (argb(i) & ~OPAQUE) | alphas[i] << 24 : colors[i];
        }
        return new Palette(changed, true);
    }

    /** The same colours, the one at this index (0 to 255) transparent. */
    public Palette withTransparent(int index) {
        int transparent = argb(index) & ~OPAQUE;
        int[] changed = Arrays.copyOf(colors, Math.max(colors.length, index + 1));
        Arrays.fill(changed, colors.length, changed.length, OPAQUE);
        changed[index] = transparent;
        return new Palette(changed, true);
    }

    /** The first index that has this colour, {@code 0xRRGGBB} and opaque; -1 if none has. */
    int indexOf(int rgb) {
        for (int i = 0; i < colors.length; i++) {
            if (colors[i] == (rgb | OPAQUE)) {
                return i;
            }
        }
        return -1;
    }

    /** The same colours and, at this index, another opaque one. */
    Palette withColor(int index, int rgb) {
        int[] changed = Arrays.copyOf(colors, Math.max(colors.length, index + 1));
        changed[index] = rgb | OPAQUE;
        return new Palette(changed, alpha);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Palette that && alpha == that.alpha && Arrays.equals(colors, that.colors);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(colors);
    }

    @Override
    public String toString() {
        return "Palette(" + colors.length + (alpha ? " colours with alpha)" : " colours)");
    }
}
