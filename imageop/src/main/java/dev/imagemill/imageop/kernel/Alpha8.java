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
    private static final int MORE = 7;
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

    /** Composites onto an opaque background of one colour, leaving alpha out. */
    public static void flatten(byte[] from, int at, int step, int[] background, byte[] to, int toAt, int count) {
        if (step == 4) {
            flatten4(from, at, background, to, toAt, count);
        } else {
            for (int i = 0; i < count; i++) {
                int alpha = from[at + 2 * i + 1] & MAX;
                to[toAt + i] = (byte) blend(from[at + 2 * i] & MAX, background[0], alpha);
            }
        }
    }

    /** Writes four bytes a pixel, of which the next pixel overwrites the fourth; the last pixel by itself. */
    private static void flatten4(byte[] from, int at, int[] background, byte[] to, int toAt, int count) {
        int others = background[0] | background[2] << 16;
        int green = background[1];
        int last = count - 1;
        for (int i = 0; i < last; i++) {
            int pixel = (int) Words.INT.get(from, at + 4 * i);
            Words.INT.set(to, toAt + 3 * i, blend4(pixel, others, green, pixel >>> 24));
        }
        int pixel = (int) Words.INT.get(from, at + 4 * last);
        int blended = blend4(pixel, others, green, pixel >>> 24);
        for (int c = 0; c < 3; c++) {
            to[toAt + 3 * last + c] = (byte) (blended >>> (8 * c));
        }
    }

    /**
     * Composites onto opaque pixels, in place.
     *
     * @param under samples of the same kind without alpha, which become the result
     */
    public static void overOpaque(byte[] over, int at, int step, byte[] under, int underAt, int count) {
        if (step == 4) {
            overOpaque3(over, at, under, underAt, count);
        } else {
            for (int i = 0; i < count; i++) {
                int alpha = over[at + 2 * i + 1] & MAX;
                under[underAt + i] = (byte) blend(over[at + 2 * i] & MAX, under[underAt + i] & MAX, alpha);
            }
        }
    }

    /** Reads and writes four bytes a pixel, of which the fourth is the next pixel's and stays; the last pixel by itself. */
    private static void overOpaque3(byte[] over, int at, byte[] under, int underAt, int count) {
        int last = count - 1;
        for (int i = 0; i < last; i++) {
            int top = (int) Words.INT.get(over, at + 4 * i);
            int bottom = (int) Words.INT.get(under, underAt + 3 * i);
            int blended = blend4(top, bottom & EVEN, (bottom >>> 8) & MAX, top >>> 24);
            Words.INT.set(under, underAt + 3 * i, (bottom & OPAQUE) | blended);
        }
        int alpha = over[at + 4 * last + 3] & MAX;
        for (int c = 0; c < 3; c++) {
            int place = underAt + 3 * last + c;
            under[place] = (byte) blend(over[at + 4 * last + c] & MAX, under[place] & MAX, alpha);
        }
    }

    /** Composites onto pixels with alpha, in place. */
    public static void over(byte[] over, int at, byte[] under, int underAt, int step, int count) {
        if (step == 4) {
            over4(over, at, under, underAt, count);
        } else {
            over2(over, at, under, underAt, count);
        }
    }

    private static void over4(byte[] over, int at, byte[] under, int underAt, int count) {
        for (int i = 0; i < count; i++) {
            int top = (int) Words.INT.get(over, at + 4 * i);
            int alpha = top >>> 24;
            if (alpha == MAX) {
                Words.INT.set(under, underAt + 4 * i, top);
            } else if (alpha != 0) {
                int bottom = (int) Words.INT.get(under, underAt + 4 * i);
                int both = bothAlphas(alpha, bottom >>> 24);
                int weight = weight(alpha, both);
                int red = weigh(top & MAX, bottom & MAX, weight);
                int green = weigh((top >>> 8) & MAX, (bottom >>> 8) & MAX, weight);
                int blue = weigh((top >>> 16) & MAX, (bottom >>> 16) & MAX, weight);
                Words.INT.set(under, underAt + 4 * i, red | green << 8 | blue << 16 | rounded(both) << 24);
            }
        }
    }

    private static void over2(byte[] over, int at, byte[] under, int underAt, int count) {
        for (int i = 0; i < count; i++) {
            int gray = at + 2 * i;
            int underGray = underAt + 2 * i;
            int alpha = over[gray + 1] & MAX;
            if (alpha != 0) {
                int both = bothAlphas(alpha, under[underGray + 1] & MAX);
                int weight = weight(alpha, both);
                under[underGray] = (byte) weigh(over[gray] & MAX, under[underGray] & MAX, weight);
                under[underGray + 1] = (byte) rounded(both);
            }
        }
    }

    /** The alpha of both together, times 255. */
    private static int bothAlphas(int alpha, int underAlpha) {
        return alpha * MAX + underAlpha * (MAX - alpha);
    }

    /** What a colour counts beside the one under it, a fraction of 255 with seven more bits. */
    private static int weight(int alpha, int bothAlphas) {
        return ((alpha * MAX * MAX) << MORE) / bothAlphas;
    }

    private static int weigh(int over, int under, int weight) {
        return rounded(over * weight + under * ((MAX << MORE) - weight), MORE);
    }

    private static int rounded(int product) {
        return rounded(product, 0);
    }

    /** A product of two fractions of 255, one with more bits, as a fraction of 255. */
    private static int rounded(int product, int more) {
        int sum = product + (HALF << more);
        return (((sum >> 8) + sum) >> 8) >> more;
    }

    /** The average of two fractions of 255, weighed by alpha and what is left of it, rounded. */
    private static int blend(int over, int under, int alpha) {
        return rounded(over * alpha + under * (MAX - alpha));
    }

    /** {@link #blend} of red and blue at once, and of green. */
    private static int blend4(int over, int underOthers, int underGreen, int alpha) {
        int others = (over & EVEN) * alpha + underOthers * (MAX - alpha) + EVEN_HALVES;
        int green = ((over >>> 8) & MAX) * alpha + underGreen * (MAX - alpha) + HALF;
        others = ((((others >>> 8) & EVEN) + others) >>> 8) & EVEN;
        return others | (((green >>> 8) + green) & 0xFF00);
    }
}
