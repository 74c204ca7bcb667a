package dev.imagemill.imageop;

import dev.imagemill.imageop.kernel.ColorMixing;

/** Replaces red, green and blue by weighted sums of them. */
final class Mixing {
    private static final int PLAIN = 9;
    private static final int WITH_OFFSETS = 12;

    private Mixing() {}

    static SegmentImage mix(SegmentImage source, double... matrix) {
        Mode mode = source.mode();
        if (mode.family() != ColorFamily.RGB) {
            throw new UnsupportedOperationException("a colour matrix is for red, green and blue, and mode " + mode
                    + " has " + String.join(", ", mode.componentNames()));
        }
        double[] rows = rows(mode, matrix);
        int step = mode.components();
        int pixelBytes = mode.bytesPerPixel();
        SegmentImage result = Images.allocate(mode, source.size());
        Runs.Kernel kernel = mode.bitsPerComponent() == Byte.SIZE
                ? (bytes, at, length) -> ColorMixing.mix8(bytes, at, step, length / step, rows)
                : (bytes, at, length) -> ColorMixing.mix16(bytes, at, step, length / pixelBytes, rows);
        Runs.copy(source.segment(), result.heapBytes(), kernel);
        return result;
    }

    /** Three weights and a constant for each row, the constant in samples and with the half that rounds. */
    private static double[] rows(Mode mode, double... matrix) {
        if (matrix.length != PLAIN && matrix.length != WITH_OFFSETS) {
            throw new IllegalArgumentException(
                    "a colour matrix has " + PLAIN + " or " + WITH_OFFSETS + " numbers, not " + matrix.length);
        }
        double[] rows = new double[WITH_OFFSETS];
        int width = matrix.length / 3;
        for (int row = 0; row < 3; row++) {
            for (int i = 0; i < width; i++) {
                double value = matrix[row * width + i];
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException("a colour matrix has finite numbers, not " + value);
                }
                rows[4 * row + i] = i == 3 ? value * mode.maxValue() : value;
            }
            rows[4 * row + 3] += 0.5;
        }
        return rows;
    }
}
