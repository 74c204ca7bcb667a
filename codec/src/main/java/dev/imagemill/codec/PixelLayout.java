package dev.imagemill.codec;

import dev.imagemill.codec.vips.BandFormat;
import dev.imagemill.codec.vips.Interpretation;
import dev.imagemill.codec.vips.VipsImage;
import dev.imagemill.imageop.Mode;

/**
 * What kind of pixels a file has, and which mode they become.
 *
 * @param color what the components mean
 * @param depth bits that a component deserves: 8, 16 or 32
 * @param alpha whether one more component is alpha
 */
record PixelLayout(Color color, int depth, boolean alpha) {
    /** What components mean. */
    enum Color {
        GREY,
        RGB,
        CMYK,
        LAB
    }

    static PixelLayout of(VipsImage image) {
        boolean alpha = image.hasAlpha();
        return new PixelLayout(color(image, image.bands() - (alpha ? 1 : 0)), depth(image), alpha);
    }

    /** That of a picture in a mode that is not planar. */
    static PixelLayout of(Mode mode) {
        Color color = switch (mode) {
            case L, L16, L32, LA, LA32 -> Color.GREY;
            case RGB, RGB48, RGBA, RGBA64 -> Color.RGB;
            case CMYK, CMYK64 -> Color.CMYK;
            case YV12, JPEG_YV12 -> throw new IllegalArgumentException("mode " + mode + " is planar");
        };
        return new PixelLayout(color, mode.bitsPerComponent(), mode.hasAlpha());
    }

    /** The mode of the decoded pixels; without colour management CMYK stays as it is. */
    Mode mode(boolean toSrgb) {
        return switch (color) {
            case GREY -> grey();
            case RGB, LAB -> rgb();
            case CMYK -> toSrgb ? rgb() : depth == 8 ? Mode.CMYK : Mode.CMYK64;
        };
    }

    private Mode grey() {
        return switch (depth) {
            case 8 -> alpha ? Mode.LA : Mode.L;
            case 16 -> alpha ? Mode.LA32 : Mode.L16;
            default -> Mode.L32;
        };
    }

    private Mode rgb() {
        if (depth == 8) {
            return alpha ? Mode.RGBA : Mode.RGB;
        }
        return alpha ? Mode.RGBA64 : Mode.RGB48;
    }

    private static Color color(VipsImage image, int colorBands) {
        return switch (image.interpretation()) {
            case LAB, LABQ, LABS -> Color.LAB;
            case CMYK -> Color.CMYK;
            case SRGB, RGB16, SC_RGB, GREY, GREY16, MULTIBAND, OTHER ->
                switch (colorBands) {
                    case 1 -> Color.GREY;
                    case 3 -> Color.RGB;
                    default ->
                        throw new UnsupportedImage("images of " + colorBands + " colour components are not read");
                };
        };
    }

    private static int depth(VipsImage image) {
        Interpretation interpretation = image.interpretation();
        BandFormat format = image.format();
        return switch (format) {
            case UCHAR -> 8;
            case USHORT -> 16;
            case SHORT -> require(interpretation == Interpretation.LABS, 16, format);
            case UINT -> require(image.bands() == 1, 32, format);
            case FLOAT ->
                interpretation == Interpretation.LAB ? 8 : require(interpretation == Interpretation.SC_RGB, 16, format);
            case CHAR, INT, COMPLEX, DOUBLE, DPCOMPLEX -> require(false, 0, format);
        };
    }

    private static int require(boolean supported, int depth, BandFormat format) {
        if (!supported) {
            throw new UnsupportedImage("images with components of type " + format + " are not read");
        }
        return depth;
    }
}
