package dev.imagemill.imageop;

import dev.imagemill.imageop.kernel.Weighing;
import java.util.Arrays;

/** Resamples one axis of an image: makes every line of the result as the weighted sum of some lines of the source. */
final class Resampling {
    private static final int BLOCK = 64;

    private final Lines lines;
    private final Weights weights;
    private final int max;
    private final float[] from;
    private final double[] sums;
    private final int[] to;

    private Resampling(Lines lines, Weights weights, int max) {
        this.lines = lines;
        this.weights = weights;
        this.max = max;
        // Weights are padded with zeros to whole groups of lines, so as many lines past the last are read, and count
        // for nothing.
        this.from = new float[Math.multiplyExact(longestReach(weights) + Weighing.LINES, lines.stride())];
        this.sums = new double[lines.stride()];
        this.to = new int[BLOCK * lines.stride()];
    }

    private static int longestReach(Weights weights) {
        int longest = 0;
        for (int output = 0; output < weights.outputs(); output += BLOCK) {
            int last = Math.min(output + BLOCK, weights.outputs()) - 1;
            longest = Math.max(longest, weights.end(last) - weights.first(output));
        }
        return longest;
    }

    /** Resamples the width; row 0 of the result is made of row {@code firstRow} of the source. */
    static SegmentImage width(SegmentImage source, int firstRow, int rows, Weights weights) {
        SegmentImage result = Images.allocate(source.mode(), new ImageSize(weights.outputs(), rows));
        new Resampling(new Columns(source, firstRow, result), weights, (int)
                        source.mode().maxValue())
                .run();
        return result;
    }

    /** Resamples the height. */
    static SegmentImage height(SegmentImage source, Weights weights) {
        SegmentImage result =
                Images.allocate(source.mode(), new ImageSize(source.size().width(), weights.outputs()));
        new Resampling(new Rows(source, result), weights, (int) source.mode().maxValue()).run();
        return result;
    }

    private void run() {
        for (int strip = 0; strip < lines.strips(); strip++) {
            for (int output = 0; output < weights.outputs(); output += BLOCK) {
                block(strip, output, Math.min(BLOCK, weights.outputs() - output));
            }
        }
    }

    private void block(int strip, int output, int outputs) {
        int first = weights.first(output);
        int reach = weights.end(output + outputs - 1) - first;
        lines.load(strip, first, reach, from);
        int stride = lines.stride();
        int samples = lines.samples(strip);
        for (int i = 0; i < outputs; i++) {
            Arrays.fill(sums, 0, samples, 0);
            int at = (weights.first(output + i) - first) * stride;
            int weightAt = weights.at(output + i);
            for (int tap = 0; tap < weights.count(output + i); tap += Weighing.LINES) {
                Weighing.add(from, at + tap * stride, stride, weights.values(), weightAt + tap, sums, samples);
            }
            Weighing.round(sums, max, to, i * stride, samples);
        }
        lines.store(strip, output, outputs, to);
    }
}
