package dev.imagemill.codec;

import dev.imagemill.codec.vips.BandFormat;
import dev.imagemill.codec.vips.Interpretation;
import dev.imagemill.imageop.Mode;

/** The modes in libvips' words. */
final class PixelMode {
    private PixelMode() {}

    static BandFormat format(Mode mode) {
        return switch (mode.bitsPerComponent()) {
            case 8 -> BandFormat.UCHAR;
            case 16 -> BandFormat.USHORT;
            default -> BandFormat.UINT;
        };
    }

    static Interpretation interpretation(Mode mode) {
        return switch (mode) {
            case L, LA -> Interpretation.GREY;
            case L16, LA32 -> Interpretation.GREY16;
            case L32 -> Interpretation.MULTIBAND;
            case RGB, RGBA -> Interpretation.SRGB;
            case RGB48, RGBA64 -> Interpretation.RGB16;
            case CMYK, CMYK64 -> Interpretation.CMYK;
            case YV12, JPEG_YV12 -> throw new IllegalArgumentException("libvips has no planar mode " + mode);
        };
    }
}
