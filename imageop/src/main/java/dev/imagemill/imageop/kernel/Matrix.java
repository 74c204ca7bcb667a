package dev.imagemill.imageop.kernel;

import static dev.imagemill.imageop.kernel.Views.INTS;
import static dev.imagemill.imageop.kernel.Views.sample;

/**
 * A linear colour rule in whole numbers: each of up to three results is a weighted sum of a quad's first three samples and a constant, shifted
 * down and clipped. The fourth sample stays as it is.
 */
public final class Matrix {
    private static final int NARROW_MAX = 255;
    private static final int WIDE_MAX = 65535;

    private final int[][] weights;
    private final long[] constants;
    private final int shift;

    /**
     * @param weights three for each result
     * @param constants what is added to each sum, rounding included
     * @param shift bits that the sums are shifted down by, their sign kept
     */
    public Matrix(int[][] weights, long[] constants, int shift) {
        this.weights = weights.clone();
        this.constants = constants.clone();
        this.shift = shift;
    }

    /** Applies the rule to 8-bit quads. The sums of 8-bit samples fit an {@code int}. */
    public void apply8(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        weigh(from, at, pixels, weights[0], (int) constants[0], shift, lanes.first);
        if (weights.length > 1) {
            weigh(from, at, pixels, weights[1], (int) constants[1], shift, lanes.second);
            weigh(from, at, pixels, weights[2], (int) constants[2], shift, lanes.third);
            join(pixels, lanes.first, lanes.second, lanes.third);
        }
        keepFourth(from, at, pixels, lanes.first);
        Lanes.store(lanes.first, to, toAt, pixels);
    }

    private static void weigh(byte[] from, int at, int pixels, int[] weights, int constant, int shift, int[] to) {
        int x = weights[0];
        int y = weights[1];
        int z = weights[2];
        for (int i = 0; i < pixels; i++) {
            int quad = (int) INTS.get(from, at + Integer.BYTES * i);
            to[i] = (x * (quad & 255) + y * (quad >> 8 & 255) + z * (quad >> 16 & 255) + constant) >> shift;
        }
    }

    private static void join(int pixels, int[] first, int[] second, int[] third) {
        for (int i = 0; i < pixels; i++) {
            first[i] = clip(first[i]) | clip(second[i]) << 8 | clip(third[i]) << 16;
        }
    }

    private static int clip(int value) {
        return Math.max(0, Math.min(NARROW_MAX, value));
    }

    private static void keepFourth(byte[] from, int at, int pixels, int[] to) {
        for (int i = 0; i < pixels; i++) {
            to[i] |= (int) INTS.get(from, at + Integer.BYTES * i) & 0xff000000;
        }
    }

    /** Applies the rule to 16-bit quads. */
    public void apply16(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        for (int row = 0; row < weights.length; row++) {
            weigh16(from, at, to, toAt, pixels, row);
        }
        for (int i = 0; i < pixels; i++) {
            sample(to, toAt, 4 * i + 3, sample(from, at, 4 * i + 3));
        }
    }

    private void weigh16(byte[] from, int at, byte[] to, int toAt, int pixels, int row) {
        long x = weights[row][0];
        long y = weights[row][1];
        long z = weights[row][2];
        long constant = constants[row];
        for (int i = 0; i < pixels; i++) {
            long sum = x * sample(from, at, 4 * i)
                    + y * sample(from, at, 4 * i + 1)
                    + z * sample(from, at, 4 * i + 2)
                    + constant;
            sample(to, toAt, 4 * i + row, Math.clamp(sum >> shift, 0, WIDE_MAX));
        }
    }
}
