package dev.imagemill.imageop.pillow;

import static java.util.Objects.requireNonNull;

/**
 * How to convert to mode 1 or P; other targets ignore it.
 *
 * @param dither for mode 1, and for mode P with the web palette
 * @param palette for mode P from an image without alpha
 * @param colors 1 to 256: for mode P with an adaptive palette, or from an image with alpha
 */
public record ConvertOptions(Dither dither, PaletteChoice palette, int colors) {
    /** Pillow's: dithered, the web palette, 256 colours. */
    public static final ConvertOptions DEFAULT =
            new ConvertOptions(Dither.FLOYD_STEINBERG, PaletteChoice.WEB, Palette.MAX_SIZE);

    public ConvertOptions {
        requireNonNull(dither, "dither is null");
        requireNonNull(palette, "palette is null");
        QuantizeOptions.checkColors(colors);
    }

    /** Pillow's defaults, but for the dither. */
    public static ConvertOptions of(Dither dither) {
        return new ConvertOptions(dither, DEFAULT.palette, DEFAULT.colors);
    }

    /** An adaptive palette of this many colours. */
    public static ConvertOptions adaptive(int colors) {
        return new ConvertOptions(DEFAULT.dither, PaletteChoice.ADAPTIVE, colors);
    }
}
