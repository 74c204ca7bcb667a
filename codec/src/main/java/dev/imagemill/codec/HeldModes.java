package dev.imagemill.codec;

import dev.imagemill.imageop.Mode;

/** Which modes each written format holds, and what the others become. */
final class HeldModes {
    private HeldModes() {}

    static Mode jpeg(Mode mode) {
        return switch (mode) {
            case L, L16, L32, LA, LA32 -> Mode.L;
            case CMYK, CMYK64 -> Mode.CMYK;
            case RGB, RGB48, RGBA, RGBA64, YV12, JPEG_YV12 -> Mode.RGB;
        };
    }

    /** PNG and AVIF: grey or RGB, with or without alpha, 8 or 16 bits, of which AVIF keeps 12; its grey comes back as RGB. */
    static Mode greyOrColour(Mode mode) {
        return switch (mode) {
            case L, L16, LA, LA32, RGB, RGB48, RGBA, RGBA64 -> mode;
            case L32 -> Mode.L16;
            case YV12, JPEG_YV12, CMYK -> Mode.RGB;
            case CMYK64 -> Mode.RGB48;
        };
    }

    /** TIFF: what PNG holds, and CMYK. */
    static Mode tiff(Mode mode) {
        return switch (mode) {
            case CMYK, CMYK64 -> mode;
            default -> greyOrColour(mode);
        };
    }

    /** WebP and GIF: 8 bits; grey comes back as RGB. */
    static Mode colour8(Mode mode) {
        return switch (mode) {
            case L, L16, L32 -> Mode.L;
            case LA, LA32 -> Mode.LA;
            case RGBA, RGBA64 -> Mode.RGBA;
            case RGB, RGB48, YV12, JPEG_YV12, CMYK, CMYK64 -> Mode.RGB;
        };
    }
}
