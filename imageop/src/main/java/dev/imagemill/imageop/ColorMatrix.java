package dev.imagemill.imageop;

import dev.imagemill.imageop.kernel.Matrix;

/**
 * The colour rules that are sums: Rec. 601 luma, and Y, Cr, Cb with full levels (JFIF, in libjpeg's whole numbers) and studio levels (BT.601).
 *
 * <p>A row is three weights; its result is their sum with the samples, each less the level that is neutral for it, plus the result's own
 * neutral level. Weights are fractions of {@code 1 << shift}. Levels at 16 bits are those at 8 bits times 257.
 */
enum ColorMatrix {
    LUMA(Rule.sum(16, row(19_595, 38_470, 7_471))),

    /** A hair less than a half is added to chroma, so that its largest value, 255.5, becomes 255. */
    ENCODE_FULL(Rule.encode(
            16, 0, 32_767, row(19_595, 38_470, 7_471), row(32_768, -27_439, -5_329), row(-11_059, -21_709, 32_768))),

    DECODE_FULL(Rule.decode(16, 0, row(65_536, 91_881, 0), row(65_536, -46_802, -22_554), row(65_536, 0, 116_130))),

    /** At 8 bits the customary weights of 8 bits; at 16 bits these would be the coarser part of the error. */
    ENCODE_STUDIO(
            Rule.encode(8, 16, 128, row(66, 129, 25), row(112, -94, -18), row(-38, -74, 112)),
            Rule.encode(
                    16,
                    16,
                    32_768,
                    row(16_829, 33_039, 6_416),
                    row(28_784, -24_103, -4_681),
                    row(-9_714, -19_070, 28_784))),

    DECODE_STUDIO(
            Rule.decode(8, 16, row(298, 409, 0), row(298, -208, -100), row(298, 0, 516)),
            Rule.decode(16, 16, row(76_309, 104_597, 0), row(76_309, -53_279, -25_675), row(76_309, 0, 132_201)));

    private static final int WIDE = 257;

    @SuppressWarnings("ImmutableEnumChecker") // a matrix does not change
    private final Matrix narrow;

    @SuppressWarnings("ImmutableEnumChecker") // as above
    private final Matrix wide;

    ColorMatrix(Rule rule) {
        this(rule, rule);
    }

    ColorMatrix(Rule narrow, Rule wide) {
        this.narrow = narrow.matrix(1);
        this.wide = wide.matrix(WIDE);
    }

    private static int[] row(int x, int y, int z) {
        return new int[] {x, y, z};
    }

    /** For 8-bit samples. */
    Matrix narrow() {
        return narrow;
    }

    /** For 16-bit samples. */
    Matrix wide() {
        return wide;
    }

    /**
     * @param neutralIn levels of black, or no chroma, that are taken from the samples
     * @param neutralOut levels that are added to the results
     * @param rounding what is added to each sum before it is shifted
     */
    @SuppressWarnings("ArrayRecordComponent") // made and read in this file only
    private record Rule(int shift, int[] neutralIn, int[] neutralOut, int[] rounding, int[]... weights) {
        private static final int NEUTRAL = 128;

        static Rule sum(int shift, int[] weights) {
            return new Rule(shift, row(0, 0, 0), row(0, 0, 0), row(1 << (shift - 1), 0, 0), weights);
        }

        static Rule encode(int shift, int black, int chromaRounding, int[]... weights) {
            int[] rounding = row(1 << (shift - 1), chromaRounding, chromaRounding);
            return new Rule(shift, row(0, 0, 0), row(black, NEUTRAL, NEUTRAL), rounding, weights);
        }

        static Rule decode(int shift, int black, int[]... weights) {
            int half = 1 << (shift - 1);
            return new Rule(shift, row(black, NEUTRAL, NEUTRAL), row(0, 0, 0), row(half, half, half), weights);
        }

        Matrix matrix(int level) {
            long[] constants = new long[weights.length];
            for (int i = 0; i < constants.length; i++) {
                long neutral = (long) neutralOut[i] << shift;
                for (int k = 0; k < neutralIn.length; k++) {
                    neutral -= (long) neutralIn[k] * weights[i][k];
                }
                constants[i] = neutral * level + rounding[i];
            }
            return new Matrix(weights, constants, shift);
        }
    }
}
