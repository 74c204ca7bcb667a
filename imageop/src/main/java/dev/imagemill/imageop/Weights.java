package dev.imagemill.imageop;

import dev.imagemill.imageop.kernel.Weighing8;

/**
 * For each line of a resized axis: which lines of the source it is made of, and how they weigh (Pillow's {@code precompute_coeffs}).
 *
 * <p>The filter widens when reducing, so that every source line counts; at the edges the weights that remain are scaled to sum to 1. For
 * 8-bit samples they are rounded to multiples of 2<sup>-22</sup>, halves away from 0.
 */
final class Weights {
    /** Zeros follow the weights of a line up to a multiple of this. */
    static final int GROUP = 8;

    private static final double ONE = 1 << Weighing8.FRACTION_BITS;

    private final int[] first;
    private final int[] count;
    private final int stride;
    private final double[] values;
    private int longest;

    private Weights(int outputs, int taps) {
        this.first = new int[outputs];
        this.count = new int[outputs];
        this.stride = (taps + GROUP - 1) / GROUP * GROUP;
        this.values = new double[Math.multiplyExact(outputs, stride)];
    }

    /**
     * @param lines lines of the source
     * @param from where in the source the result begins, in lines
     * @param to where it ends
     * @param outputs lines of the result
     */
    static Weights of(Filter filter, int lines, double from, double to, int outputs) {
        // Pillow passes a box in single precision, and to be equal to the bit so do we.
        double scale = (double) ((float) to - (float) from) / outputs;
        double widening = Math.max(scale, 1);
        double support = filter.support() * widening;
        Weights weights = new Weights(outputs, (int) Math.ceil(support) * 2 + 1);
        for (int i = 0; i < outputs; i++) {
            double center = (float) from + (i + 0.5) * scale;
            int low = Math.max(0, (int) (center - support + 0.5));
            int high = Math.min(lines, (int) (center + support + 0.5));
            weights.set(i, filter, low, high - low, center, widening);
        }
        return weights;
    }

    private void set(int output, Filter filter, int low, int lines, double center, double widening) {
        first[output] = low;
        count[output] = lines;
        longest = Math.max(longest, lines);
        int at = at(output);
        double sum = 0;
        double narrowing = 1 / widening;
        for (int i = 0; i < lines; i++) {
            double weight = filter.weight((i + low - center + 0.5) * narrowing);
            values[at + i] = weight;
            sum += weight;
        }
        for (int i = 0; i < lines && sum != 0; i++) {
            values[at + i] /= sum;
        }
    }

    int outputs() {
        return first.length;
    }

    /** The first source line of an output line; never decreases from one output line to the next. */
    int first(int output) {
        return first[output];
    }

    /** One past the last source line of an output line; never decreases from one output line to the next. */
    int end(int output) {
        return first[output] + count[output];
    }

    int count(int output) {
        return count[output];
    }

    /** The most lines that an output line is made of. */
    int longest() {
        return longest;
    }

    /** All weights; those of an output line begin at {@link #at}, and zeros follow them up to a multiple of {@link #GROUP}. */
    double[] values() {
        return values;
    }

    /** All weights, in order, in units of 2<sup>-22</sup>. */
    int[] fixedPoint() {
        int[] rounded = new int[values.length];
        for (int i = 0; i < rounded.length; i++) {
            double scaled = values[i] * ONE;
            rounded[i] = (int) (scaled < 0 ? scaled - 0.5 : scaled + 0.5);
        }
        return rounded;
    }

    int at(int output) {
        return output * stride;
    }
}
