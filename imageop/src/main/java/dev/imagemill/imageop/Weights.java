package dev.imagemill.imageop;

import dev.imagemill.imageop.kernel.Weighing8;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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
    private final int[] at;
    private final double[] values;
    private int longest;
    private volatile int @Nullable [] fixedPoint;

    private Weights(int stride, int... rows) {
        this.first = new int[rows.length];
        this.count = new int[rows.length];
        this.at = new int[rows.length];
        int last = 0;
        for (int i = 0; i < rows.length; i++) {
            at[i] = Math.multiplyExact(rows[i], stride);
            last = Math.max(last, rows[i]);
        }
        this.values = new double[Math.multiplyExact(last + 1, stride)];
    }

    private static int stride(int taps) {
        return (taps + GROUP - 1) / GROUP * GROUP;
    }

    /**
     * Weights of a filter. Those that were wanted lately are kept, as pictures that are scaled one after the other often have the same sizes.
     *
     * @param lines lines of the source
     * @param from where in the source the result begins, in lines
     * @param to where it ends
     * @param outputs lines of the result
     */
    static Weights of(Filter filter, int lines, double from, double to, int outputs) {
        return WeightsShelf.COMMON.get(new WeightsShelf.Wish(filter, lines, from, to, outputs));
    }

    static Weights compute(Filter filter, int lines, double from, double to, int outputs) {
        // Pillow passes a box in single precision, and to be equal to the bit so do we.
        double scale = (double) ((float) to - (float) from) / outputs;
        double widening = Math.max(scale, 1);
        double support = filter.support() * widening;
        Weights weights = new Weights(
                stride((int) Math.ceil(support) * 2 + 1),
                IntStream.range(0, outputs).toArray());
        for (int i = 0; i < outputs; i++) {
            double center = (float) from + (i + 0.5) * scale;
            int low = Math.max(0, (int) (center - support + 0.5));
            int high = Math.min(lines, (int) (center + support + 0.5));
            weights.set(i, filter, low, high - low, center, widening);
        }
        return weights;
    }

    /**
     * Weights that a rule gives, of a source that goes on beyond its edges with its first and its last line.
     *
     * @param lines lines of the source
     * @param outputs lines of the result
     */
    static Weights of(Taps taps, int lines, int outputs) {
        Weights weights = new Weights(stride(Math.min(lines, taps.most())), rows(taps, lines, outputs));
        for (int i = 0; i < outputs; i++) {
            weights.set(i, taps.first(i), lines, taps.weights(i));
        }
        return weights;
    }

    /** A row of weights for each output line; those that no edge cuts off share theirs with others of the same weights. */
    private static int[] rows(Taps taps, int lines, int outputs) {
        IdentityHashMap<double[], Integer> shared = new IdentityHashMap<>();
        int[] rows = new int[outputs];
        int next = 0;
        for (int i = 0; i < outputs; i++) {
            double[] weights = taps.weights(i);
            boolean cut = taps.first(i) < 0 || taps.first(i) + weights.length > lines;
            Integer known = cut ? null : shared.putIfAbsent(weights, next);
            rows[i] = known == null ? next++ : known;
        }
        return rows;
    }

    /** Which lines a line is made of; both its first and its last one never decrease from one line to the next. */
    interface Taps {
        /** The most weights that a line has. */
        int most();

        /** The first line that it is made of, which may lie outside of the source. */
        int first(int output);

        /** The weights of that line and those that follow it; their sum is 1. */
        double[] weights(int output);
    }

    private void set(int output, int from, int lines, double... taps) {
        int low = Math.clamp(from, 0, lines - 1);
        int high = Math.clamp(from + taps.length - 1, 0, lines - 1);
        first[output] = low;
        count[output] = high - low + 1;
        longest = Math.max(longest, count[output]);
        int row = at(output);
        Arrays.fill(values, row, row + count[output], 0);
        for (int i = 0; i < taps.length; i++) {
            values[row + Math.clamp(from + i, 0, lines - 1) - low] += taps[i];
        }
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

    /** All weights; those of an output line begin at {@link #at}, which others may share, and zeros follow them up to a multiple of {@link #GROUP}. */
    double[] values() {
        return values;
    }

    /** All weights, in order, in units of 2<sup>-22</sup>; not to be changed. */
    int[] fixedPoint() {
        int[] known = fixedPoint;
        if (known == null) {
            known = rounded();
            fixedPoint = known;
        }
        return known;
    }

    private int[] rounded() {
        int[] rounded = new int[values.length];
        for (int i = 0; i < rounded.length; i++) {
            double scaled = values[i] * ONE;
            rounded[i] = (int) (scaled < 0 ? scaled - 0.5 : scaled + 0.5);
        }
        return rounded;
    }

    int at(int output) {
        return at[output];
    }
}
