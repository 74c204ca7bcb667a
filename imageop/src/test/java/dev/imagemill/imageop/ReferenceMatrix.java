package dev.imagemill.imageop;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The colour rules that are sums, in double arithmetic. Weights are made here from the real numbers of the standards, rounded to the fraction
 * that the rule is worked in.
 *
 * @param bits of that fraction
 * @param neutralIn levels that are taken from the samples, at 8 bits
 * @param neutralOut levels that are added to the results, at 8 bits
 * @param level 1 at 8 bits, 257 at 16
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ReferenceMatrix(
        double[][] weights, int bits, double[] rounding, double[] neutralIn, double[] neutralOut, double level) {
    private static final double[] NONE = {0, 0, 0};
    private static final double[] FULL = {0, 128, 128};
    private static final double[] STUDIO = {16, 128, 128};

    static ReferenceMatrix of(ColorMatrix rule, int depth) {
        double level = depth == 8 ? 1 : 257;
        int studioBits = depth == 8 ? 8 : 16;
        return switch (rule) {
            case LUMA -> weights(16, level, NONE, NONE, row(0.299, 0.587, 0.114));
            case ENCODE_FULL ->
                weights(
                                16,
                                level,
                                NONE,
                                FULL,
                                row(0.299, 0.587, 0.114),
                                row(0.5, -0.41869, -0.08131),
                                row(-0.16874, -0.33126, 0.5))
                        .withRounding(1, -1)
                        .withRounding(2, -1);
            case DECODE_FULL ->
                weights(16, level, FULL, NONE, row(1, 1.402, 0), row(1, -0.71414, -0.34414), row(1, 0, 1.772));
            case ENCODE_STUDIO ->
                weights(
                        studioBits,
                        level,
                        NONE,
                        STUDIO,
                        row(0.299 * 219 / 255, 0.587 * 219 / 255, 0.114 * 219 / 255),
                        row(0.5 * 224 / 255, -0.418688 * 224 / 255, -0.081312 * 224 / 255),
                        row(-0.168736 * 224 / 255, -0.331264 * 224 / 255, 0.5 * 224 / 255));
            case DECODE_STUDIO ->
                weights(
                        studioBits,
                        level,
                        STUDIO,
                        NONE,
                        row(255.0 / 219, 1.402 * 255 / 224, 0),
                        row(255.0 / 219, -0.714136 * 255 / 224, -0.344136 * 255 / 224),
                        row(255.0 / 219, 0, 1.772 * 255 / 224));
        };
    }

    private static double[] row(double... weights) {
        return weights;
    }

    private static ReferenceMatrix weights(int bits, double level, double[] in, double[] out, double[]... real) {
        double one = 1 << bits;
        double[][] whole = Arrays.stream(real)
                .map(row -> Arrays.stream(row).map(w -> Math.rint(w * one)).toArray())
                .toArray(double[][]::new);
        return new ReferenceMatrix(whole, bits, row(one / 2, one / 2, one / 2), in, out, level);
    }

    /** The same with one weight changed. */
    ReferenceMatrix withWeight(int row, int column, double step) {
        double[][] changed = Arrays.stream(weights).map(double[]::clone).toArray(double[][]::new);
        changed[row][column] += step;
        return new ReferenceMatrix(changed, bits, rounding, neutralIn, neutralOut, level);
    }

    /** The same with what is added before one sum is rounded down changed. */
    ReferenceMatrix withRounding(int row, double step) {
        double[] changed = rounding.clone();
        changed[row] += step;
        return new ReferenceMatrix(weights, bits, changed, neutralIn, neutralOut, level);
    }

    double[] apply(double... samples) {
        return IntStream.range(0, weights.length)
                .mapToDouble(row -> Math.floor(sum(row, samples) / (1 << bits)) + neutralOut[row] * level)
                .map(v -> Math.max(0, Math.min(255 * level, v)))
                .toArray();
    }

    /** The sum of one result before it is shifted down. */
    double sum(int row, double... samples) {
        double sum = rounding[row];
        for (int i = 0; i < 3; i++) {
            sum += weights[row][i] * (samples[i] - neutralIn[i] * level);
        }
        return sum;
    }
}
