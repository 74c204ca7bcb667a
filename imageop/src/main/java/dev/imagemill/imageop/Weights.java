package dev.imagemill.imageop;

import dev.imagemill.imageop.kernel.Weighing;

/**
 * For each line of a resized axis: which lines of the source it is made of, and how they weigh (Pillow's {@code precompute_coeffs}).
 *
 * <p>The filter widens when reducing, so that every source line counts; at the edges the weights that remain are scaled to sum to 1. For
 * 8-bit samples they are rounded to multiples of 2<sup>-22</sup>, halves away from 0.
 */
final class Weights {
    private static final double FIXED_POINT = 1 << 22;

    private final int[] first;
    private final int[] count;
    private final int taps;
    private final double[] values;

    private Weights(int outputs, int taps) {
        this.first = new int[outputs];
        this.count = new int[outputs];
        this.taps = taps;
        this.values = new double[Math.multiplyExact(outputs, taps)];
    }

    /**
     * @param lines lines of the source
     * @param from where in the source the result begins, in lines
     * @param to where it ends
     * @param outputs lines of the result
     * @param fixedPoint whether to round the weights as for 8-bit samples
     */
    static Weights of(Filter filter, int lines, double from, double to, int outputs, boolean fixedPoint) {
        // Pillow passes a box in single precision, and to be equal to the bit so do we.
        double scale = (double) ((float) to - (float) from) / outputs;
        double widening = Math.max(scale, 1);
        double support = filter.support() * widening;
        int taps = roundUp((int) Math.ceil(support) * 2 + 1);
        Weights weights = new Weights(outputs, taps);
        for (int i = 0; i < outputs; i++) {
            double center = (float) from + (i + 0.5) * scale;
            int low = Math.max(0, (int) (center - support + 0.5));
            int high = Math.min(lines, (int) (center + support + 0.5));
            weights.set(i, filter, low, high - low, center, widening);
            if (fixedPoint) {
                weights.roundTo22Bits(i);
            }
        }
        return weights;
    }

    private static int roundUp(int taps) {
        return (taps + Weighing.LINES - 1) / Weighing.LINES * Weighing.LINES;
    }

    private void set(int output, Filter filter, int low, int lines, double center, double widening) {
        first[output] = low;
        count[output] = lines;
        int at = output * taps;
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

    private void roundTo22Bits(int output) {
        for (int i = output * taps; i < output * taps + count[output]; i++) {
            double scaled = values[i] * FIXED_POINT;
            values[i] = (int) (scaled < 0 ? scaled - 0.5 : scaled + 0.5) / FIXED_POINT;
        }
    }

    /** Makes the weights those of a source whose first {@code lines} lines are cut off. */
    Weights cutOff(int lines) {
        for (int i = 0; i < first.length; i++) {
            first[i] -= lines;
        }
        return this;
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

    /** All weights; those of an output line begin at {@link #at}, and zeros follow them up to a multiple of {@link Weighing#LINES}. */
    double[] values() {
        return values;
    }

    int at(int output) {
        return output * taps;
    }
}
