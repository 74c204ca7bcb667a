package dev.imagemill.imageop.kernel;

import static dev.imagemill.imageop.kernel.Views.INTS;

import java.util.Arrays;

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

    /** Applies the rule to 16-bit quads. Its shift must be 16. */
    public void apply16(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        Quads16.split(from, at, pixels, lanes);
        int[][] results = lanes.results;
        for (int row = 0; row < weights.length; row++) {
            weigh16(lanes, pixels, weights[row], constants[row], results[row]);
        }
        for (int row = weights.length; row < results.length; row++) {
            Arrays.fill(results[row], 0, pixels, 0);
        }
        Quads16.join(results[0], results[1], results[2], lanes.longs, pixels, to, toAt);
    }

    /**
     * The sums have more than 32 bits, so those of the samples' upper bytes and of their lower bytes are made apart, and put together one byte
     * further down, where there is room.
     */
    private static void weigh16(Lanes lanes, int pixels, int[] weights, long constant, int[] to) {
        int[] lower = lanes.fourth;
        sumUpper(lanes, pixels, weights, (int) (constant >> 8), to);
        sumLower(lanes, pixels, weights, (int) (constant & 255), lower);
        for (int i = 0; i < pixels; i++) {
            to[i] = Math.max(0, Math.min(WIDE_MAX, (to[i] + (lower[i] >> 8)) >> 8));
        }
    }

    private static void sumUpper(Lanes lanes, int pixels, int[] weights, int constant, int[] to) {
        int[] first = lanes.first;
        int[] second = lanes.second;
        int[] third = lanes.third;
        int x = weights[0];
        int y = weights[1];
        int z = weights[2];
        for (int i = 0; i < pixels; i++) {
            to[i] = x * (first[i] >> 8) + y * (second[i] >> 8) + z * (third[i] >> 8) + constant;
        }
    }

    private static void sumLower(Lanes lanes, int pixels, int[] weights, int constant, int[] to) {
        int[] first = lanes.first;
        int[] second = lanes.second;
        int[] third = lanes.third;
        int x = weights[0];
        int y = weights[1];
        int z = weights[2];
        for (int i = 0; i < pixels; i++) {
            to[i] = x * (first[i] & 255) + y * (second[i] & 255) + z * (third[i] & 255) + constant;
        }
    }
}
