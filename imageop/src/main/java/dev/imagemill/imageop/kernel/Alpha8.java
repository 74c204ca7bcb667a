package dev.imagemill.imageop.kernel;

import static dev.imagemill.imageop.kernel.Color8.multiply;

/**
 * Alpha of 8-bit pixels; Pillow's rules to the bit. The last of {@code step} samples, two or four, is alpha.
 *
 * <p>A pixel of four, or two pixels of two, are worked on as one {@code int}, in loops that the compiler makes vector code of.
 */
public final class Alpha8 {
    private static final int MAX = 255;
    private static final int EVEN = 0x00FF00FF;
    private static final int EVEN_HALVES = 0x00800080;
    private static final int HALF = 128;
    private static final int OPAQUE = 0xFF000000;
    private static final int BOTH_OPAQUE = 0xFF00FF00;

    private Alpha8() {}

    /** Multiplies colours by their alpha, rounded, in place. */
    public static void premultiply(byte[] pixels, int at, int step, int count) {
        if (step == 4) {
            premultiply4(pixels, at, count);
        } else {
            premultiply2(pixels, at, count / 2);
            if (count % 2 != 0) {
                int last = at + 2 * (count - 1);
                pixels[last] = (byte) multiply(pixels[last] & MAX, pixels[last + 1] & MAX);
            }
        }
    }

    /** Red and blue at once, then green: a product has 16 bits, and with what rounding adds still has. */
    private static void premultiply4(byte[] pixels, int at, int count) {
        for (int i = 0; i < count; i++) {
            int pixel = (int) Words.INT.get(pixels, at + 4 * i);
            int alpha = pixel >>> 24;
            int others = (pixel & EVEN) * alpha + EVEN_HALVES;
            int green = ((pixel >>> 8) & MAX) * alpha + HALF;
            others = ((((others >>> 8) & EVEN) + others) >>> 8) & EVEN;
            green = ((green >>> 8) + green) & 0xFF00;
            Words.INT.set(pixels, at + 4 * i, (pixel & OPAQUE) | others | green);
        }
    }

    private static void premultiply2(byte[] pixels, int at, int pairs) {
        for (int i = 0; i < pairs; i++) {
            int pair = (int) Words.INT.get(pixels, at + 4 * i);
            int first = (pair & MAX) * ((pair >>> 8) & MAX);
            int second = ((pair >>> 16) & MAX) * (pair >>> 24);
            int grays = (first | second << 16) + EVEN_HALVES;
            grays = ((((grays >>> 8) & EVEN) + grays) >>> 8) & EVEN;
            Words.INT.set(pixels, at + 4 * i, (pair & BOTH_OPAQUE) | grays);
        }
    }

    /** Divides colours by their alpha, rounded down, in place; colour under alpha 0 stays as it is. */
    public static void unpremultiply(byte[] pixels, int at, int step, int count) {
        if (step == 4) {
            divide(pixels, at, count, 0, 24);
            divide(pixels, at, count, 8, 24);
            divide(pixels, at, count, 16, 24);
        } else {
            divide(pixels, at, count / 2, 0, 8);
            divide(pixels, at, count / 2, 16, 24);
            if (count % 2 != 0) {
                int last = at + 2 * (count - 1);
                int alpha = pixels[last + 1] & MAX;
                if (alpha != 0) {
                    pixels[last] = (byte) Math.min(MAX, MAX * (pixels[last] & MAX) / alpha);
                }
            }
        }
    }

    /**
     * Divides one sample of every four by another. The quotient of integers below 2<sup>24</sup> is never rounded up to a whole number in a
     * {@code float}, so it is rounded down as integers are.
     */
    private static void divide(byte[] samples, int at, int quads, int shift, int alphaShift) {
        int mask = ~(MAX << shift);
        for (int i = 0; i < quads; i++) {
            int quad = (int) Words.INT.get(samples, at + 4 * i);
            int alpha = (quad >>> alphaShift) & MAX;
            int divisor = alpha | (((alpha - 1) >> 31) & MAX);
            int quotient = (int) ((float) (MAX * ((quad >>> shift) & MAX)) / (float) divisor);
            Words.INT.set(samples, at + 4 * i, (quad & mask) | Math.min(MAX, quotient) << shift);
        }
    }

    /** Makes all pixels opaque, in place. */
    public static void opaque(byte[] pixels, int at, int step, int count) {
        int bytes = step * count;
        int opaque = step == 4 ? OPAQUE : BOTH_OPAQUE;
        for (int i = 0; i < bytes / 4; i++) {
            Words.INT.set(pixels, at + 4 * i, (int) Words.INT.get(pixels, at + 4 * i) | opaque);
        }
        pixels[at + bytes - 1] = (byte) MAX;
    }
}
