package dev.imagemill.imageop;

/**
 * Lines between every two of a smooth source: each other line is one of the source, and those between are on the polynomial of fifth degree through the
 * six lines next to them.
 *
 * @param margin lines of the source before the first that is taken, at least 2
 */
record Doubling(int margin) implements Weights.Taps {
    private static final double[] SAME = {0, 0, 1, 0, 0, 0};
    private static final double[] BETWEEN = {3.0 / 256, -25.0 / 256, 150.0 / 256, 150.0 / 256, -25.0 / 256, 3.0 / 256};
    private static final int BEFORE = 2;

    @Override
    public int most() {
        return BETWEEN.length;
    }

    @Override
    public int first(int output) {
        return output / 2 + margin - BEFORE;
    }

    @Override
    public double[] weights(int output) {
        return output % 2 == 0 ? SAME : BETWEEN;
    }
}
