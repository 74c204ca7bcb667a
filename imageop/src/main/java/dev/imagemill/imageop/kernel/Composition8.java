package dev.imagemill.imageop.kernel;

/**
 * Composites 8-bit pixels over others or over one colour; Pillow's rules to the bit. The last of {@code step} samples, two or four, is alpha.
 *
 * <p>Pixels are laid out as one {@code int} each, alpha in the highest byte and grey in the lowest, in arrays that fit the first-level cache. What
 * is done to them is a loop for each step, which the compiler makes vector code of.
 */
public final class Composition8 {
    /** Most pixels of one call. */
    public static final int PIXELS = 1024;

    private static final int ARRAYS = 3;
    private static final int MAX = 255;
    private static final int HALF = 128;
    private static final int EVEN = 0x00FF00FF;
    private static final int EVEN_HALVES = 0x00800080;

    /** Bits that a weight has more than alpha. */
    private static final int MORE = 7;

    private Composition8() {}

    /** What all methods work in. */
    public static int[][] scratch() {
        return new int[ARRAYS][PIXELS];
    }

    /** Composites onto an opaque background of one colour, leaving alpha out. */
    public static void flatten(
            byte[] from, int at, int step, int[] background, byte[] to, int toAt, int count, int[][] scratch) {
        int[] over = scratch[0];
        if (step == 4) {
            load4(from, at, over, count);
            blend(over, background[0] | background[2] << 16, background[1], count);
            store3(over, to, toAt, count);
        } else {
            load2(from, at, over, count);
            blend(over, background[0], 0, count);
            store1(over, to, toAt, count);
        }
    }

    /**
     * Composites onto opaque pixels, in place.
     *
     * @param under samples of the same kind without alpha, which become the result
     */
    public static void overOpaque(
            byte[] over, int at, int step, byte[] under, int underAt, int count, int[][] scratch) {
        int[] top = scratch[0];
        int[] bottom = scratch[1];
        if (step == 4) {
            load4(over, at, top, count);
            load3(under, underAt, bottom, count);
            blend(top, bottom, count);
            store3(top, under, underAt, count);
        } else {
            load2(over, at, top, count);
            load1(under, underAt, bottom, count);
            blend(top, bottom, count);
            store1(top, under, underAt, count);
        }
    }

    /** Composites onto pixels with alpha, in place. */
    public static void over(byte[] over, int at, byte[] under, int underAt, int step, int count, int[][] scratch) {
        int[] top = scratch[0];
        int[] bottom = scratch[1];
        int[] weights = scratch[2];
        if (step == 4) {
            load4(over, at, top, count);
            load4(under, underAt, bottom, count);
        } else {
            load2(over, at, top, count);
            load2(under, underAt, bottom, count);
        }
        weigh(top, bottom, weights, count);
        for (int shift = 0; shift < Byte.SIZE * (step - 1); shift += Byte.SIZE) {
            mix(top, bottom, weights, shift, count);
        }
        mixAlpha(top, bottom, count);
        if (step == 4) {
            Words.store(bottom, under, underAt, count);
        } else {
            store2(bottom, under, underAt, count);
        }
    }

    private static void load4(byte[] from, int at, int[] to, int count) {
        for (int i = 0; i < count; i++) {
            to[i] = (int) Words.INT.get(from, at + 4 * i);
        }
    }

    /** Reads four bytes a pixel, the last pixel's by themselves. */
    private static void load3(byte[] from, int at, int[] to, int count) {
        int last = count - 1;
        for (int i = 0; i < last; i++) {
            to[i] = (int) Words.INT.get(from, at + 3 * i);
        }
        int end = at + 3 * last;
        to[last] = (from[end] & MAX) | (from[end + 1] & MAX) << 8 | (from[end + 2] & MAX) << 16;
    }

    private static void load2(byte[] from, int at, int[] to, int count) {
        for (int i = 0; i < count; i++) {
            to[i] = (from[at + 2 * i] & MAX) | from[at + 2 * i + 1] << 24;
        }
    }

    private static void load1(byte[] from, int at, int[] to, int count) {
        for (int i = 0; i < count; i++) {
            to[i] = from[at + i] & MAX;
        }
    }

    /** Writes four bytes a pixel, of which the next pixel overwrites the fourth; the last pixel's by themselves. */
    private static void store3(int[] from, byte[] to, int toAt, int count) {
        int last = count - 1;
        for (int i = 0; i < last; i++) {
            Words.INT.set(to, toAt + 3 * i, from[i]);
        }
        for (int c = 0; c < 3; c++) {
            to[toAt + 3 * last + c] = (byte) (from[last] >>> (Byte.SIZE * c));
        }
    }

    private static void store2(int[] from, byte[] to, int toAt, int count) {
        for (int i = 0; i < count; i++) {
            to[toAt + 2 * i] = (byte) from[i];
            to[toAt + 2 * i + 1] = (byte) (from[i] >>> 24);
        }
    }

    private static void store1(int[] from, byte[] to, int toAt, int count) {
        for (int i = 0; i < count; i++) {
            to[toAt + i] = (byte) from[i];
        }
    }

    /** Blends with one colour: the lowest byte and the third at once, then the second. Sums stay below 65536. */
    private static void blend(int[] pixels, int others, int second, int count) {
        for (int i = 0; i < count; i++) {
            int alpha = pixels[i] >>> 24;
            int sums = (pixels[i] & EVEN) * alpha + others * (MAX - alpha) + EVEN_HALVES;
            int sum = ((pixels[i] >>> 8) & MAX) * alpha + second * (MAX - alpha) + HALF;
            sums = ((((sums >>> 8) & EVEN) + sums) >>> 8) & EVEN;
            pixels[i] = sums | (((sum >>> 8) + sum) & 0xFF00);
        }
    }

    private static void blend(int[] over, int[] under, int count) {
        for (int i = 0; i < count; i++) {
            int alpha = over[i] >>> 24;
            int sums = (over[i] & EVEN) * alpha + (under[i] & EVEN) * (MAX - alpha) + EVEN_HALVES;
            int sum = ((over[i] >>> 8) & MAX) * alpha + ((under[i] >>> 8) & MAX) * (MAX - alpha) + HALF;
            sums = ((((sums >>> 8) & EVEN) + sums) >>> 8) & EVEN;
            over[i] = sums | (((sum >>> 8) + sum) & 0xFF00);
        }
    }

    /**
     * What colours count beside those under them: the part of their alpha in the alpha of both, rounded down. A quotient in {@code float} is less
     * than one away, and the remainder tells which way.
     */
    private static void weigh(int[] over, int[] under, int[] weights, int count) {
        for (int i = 0; i < count; i++) {
            int alpha = over[i] >>> 24;
            int both = Math.max(1, alpha * MAX + (under[i] >>> 24) * (MAX - alpha));
            int scaled = alpha * ((MAX * MAX) << MORE);
            int quotient = (int) ((float) scaled / (float) both);
            int rest = scaled - quotient * both;
            weights[i] = quotient + (rest >> 31) + 1 + ((rest - both) >> 31);
        }
    }

    private static void mix(int[] over, int[] under, int[] weights, int shift, int count) {
        int mask = ~(MAX << shift);
        for (int i = 0; i < count; i++) {
            int top = ((over[i] >>> shift) & MAX) * weights[i];
            int sum = top + ((under[i] >>> shift) & MAX) * ((MAX << MORE) - weights[i]) + (HALF << MORE);
            under[i] = (under[i] & mask) | ((((sum >> 8) + sum) >> 8) >> MORE) << shift;
        }
    }

    private static void mixAlpha(int[] over, int[] under, int count) {
        for (int i = 0; i < count; i++) {
            int alpha = over[i] >>> 24;
            int sum = alpha * MAX + (under[i] >>> 24) * (MAX - alpha) + HALF;
            under[i] = (under[i] & 0x00FFFFFF) | (((sum >> 8) + sum) >> 8) << 24;
        }
    }
}
