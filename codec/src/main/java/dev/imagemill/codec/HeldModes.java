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

    /** PNG: grey or RGB, with or without alpha, 8 or 16 bits. */
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

    /** AVIF: 8-bit or high-depth RGB with or without alpha; grey is kept as luma only. */
    static Mode avif(Mode mode) {
        return switch (mode) {
            case L, L16, L32 -> Mode.L;
            case LA, LA32, RGBA, RGBA64 -> Mode.RGBA;
            case RGB, RGB48, YV12, JPEG_YV12, CMYK, CMYK64 -> Mode.RGB;
        };
    }

    /** WebP and GIF: 8-bit RGB with or without alpha. */
    static Mode colour8(Mode mode) {
        return switch (mode) {
            case LA, LA32, RGBA, RGBA64 -> Mode.RGBA;
            case L, L16, L32, RGB, RGB48, YV12, JPEG_YV12, CMYK, CMYK64 -> Mode.RGB;
        };
    }
}
