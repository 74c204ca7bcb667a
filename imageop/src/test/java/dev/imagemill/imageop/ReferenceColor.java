package dev.imagemill.imageop;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The colour rules for one pixel, written down as plainly as they can be said; slow, in double arithmetic, and not made from the kernels.
 */
final class ReferenceColor {
    private ReferenceColor() {}

    /** A pixel with Y, Cr and Cb of its own if the mode is planar, at the depth at which a rule from it or to it is worked. */
    static double[] convert(Mode from, Mode to, double[] pixel) {
        boolean wide = from.bitsPerComponent() > 8 || to.bitsPerComponent() > 8;
        double[] in = toDepth(from, wide ? 16 : 8, pixel);
        double level = wide ? 257 : 1;
        double[] color =
                color(from, to, Arrays.copyOf(in, from.family().components().size()), level);
        double alpha = from.hasAlpha() ? in[in.length - 1] : 255 * level;
        return to.hasAlpha() ? append(color, alpha) : color;
    }

    /** Samples of a pixel as numbers of 8 or 16 bits. */
    static double[] toDepth(Mode mode, int bits, double... pixel) {
        double divisor = (double) mode.maxValue() / ((1L << bits) - 1);
        return Arrays.stream(pixel).map(v -> Math.rint(v / divisor)).toArray();
    }

    /** Samples of 8 or 16 bits as those of a mode. */
    static double[] fromDepth(Mode mode, int bits, double... pixel) {
        double factor = (double) mode.maxValue() / ((1L << bits) - 1);
        return Arrays.stream(pixel).map(v -> Math.rint(v * factor)).toArray();
    }

    private static double[] append(double[] color, double alpha) {
        return DoubleStream.concat(Arrays.stream(color), DoubleStream.of(alpha)).toArray();
    }

    private static double[] color(Mode from, Mode to, double[] in, double level) {
        if (from.family() == to.family() && from.family() != ColorFamily.YCC) {
            return in;
        }
        return switch (to.family()) {
            case GRAY -> from.family() == ColorFamily.YCC ? lumaOf(from, in, level) : luma(rgb(from, in, level), level);
            case RGB -> rgb(from, in, level);
            case CMYK -> cmyk(from, in, level);
            case YCC -> ycc(from, to, in, level);
        };
    }

    private static double[] luma(double[] rgb, double level) {
        return rgb[0] == rgb[1] && rgb[1] == rgb[2] ? new double[] {rgb[0]} : matrix(ColorMatrix.LUMA, level, rgb);
    }

    private static double[] rgb(Mode from, double[] in, double level) {
        return switch (from.family()) {
            case GRAY -> new double[] {in[0], in[0], in[0]};
            case RGB -> in;
            case CMYK -> new double[] {light(in, 0, level), light(in, 1, level), light(in, 2, level)};
            case YCC -> decode(from, in, level);
        };
    }

    private static double light(double[] cmyk, int ink, double level) {
        double max = 255 * level;
        double left = max - cmyk[3];
        return left - Math.rint(cmyk[ink] * left / max);
    }

    private static double[] cmyk(Mode from, double[] in, double level) {
        double max = 255 * level;
        if (from.family() == ColorFamily.GRAY) {
            return new double[] {0, 0, 0, max - in[0]};
        }
        double[] rgb = rgb(from, in, level);
        return new double[] {max - rgb[0], max - rgb[1], max - rgb[2], 0};
    }

    private static double[] decode(Mode from, double[] ycc, double level) {
        return matrix(from == Mode.YV12 ? ColorMatrix.DECODE_STUDIO : ColorMatrix.DECODE_FULL, level, ycc);
    }

    private static double[] matrix(ColorMatrix rule, double level, double... samples) {
        return ReferenceMatrix.of(rule, level == 1 ? 8 : 16).apply(samples);
    }

    private static double[] ycc(Mode from, Mode to, double[] in, double level) {
        double neutral = 128 * level;
        if (from.family() == ColorFamily.GRAY) {
            double y = to == Mode.YV12 ? 16 * level + Math.rint(in[0] * 219 / 255) : in[0];
            return new double[] {y, neutral, neutral};
        }
        if (from.family() == ColorFamily.YCC) {
            return to == Mode.YV12 ? squeeze(in) : stretch(in);
        }
        ColorMatrix rule = to == Mode.YV12 ? ColorMatrix.ENCODE_STUDIO : ColorMatrix.ENCODE_FULL;
        return matrix(rule, level, rgb(from, in, level));
    }

    private static double[] lumaOf(Mode from, double[] ycc, double level) {
        return from == Mode.JPEG_YV12
                ? new double[] {ycc[0]}
                : clip(level, Math.rint((ycc[0] - 16 * level) * 255 / 219));
    }

    private static double[] squeeze(double[] full) {
        return new double[] {
            16 + Math.rint(full[0] * 219 / 255),
            128 + Math.rint((full[1] - 128) * 224 / 255),
            128 + Math.rint((full[2] - 128) * 224 / 255)
        };
    }

    private static double[] stretch(double[] studio) {
        return clip(1, Math.rint((studio[0] - 16) * 255 / 219), stretchChroma(studio[1]), stretchChroma(studio[2]));
    }

    private static double stretchChroma(double chroma) {
        double stretched = (chroma - 128) * 255 / 224;
        return 128 + Math.copySign(Math.floor(Math.abs(stretched) + 0.5), stretched);
    }

    private static double[] clip(double level, double... values) {
        return Arrays.stream(values)
                .map(v -> Math.max(0, Math.min(255 * level, v)))
                .toArray();
    }
}
