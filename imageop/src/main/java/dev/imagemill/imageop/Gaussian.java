package dev.imagemill.imageop;

/**
 * The lines that a Gaussian makes a line of: weights {@code exp(-d * d / (2 * sigma * sigma))}, to a distance of {@code ceil(4 * sigma)}, scaled to sum to 1.
 *
 * @param start the position of the first output line in the source, which may lie outside of it
 * @param step lines of the source from one output line to the next
 * @param weights those around any output line
 */
@SuppressWarnings("ArrayRecordComponent") // made and read in this file only
record Gaussian(int start, int step, double... weights) implements Weights.Taps {
    private static final int REACH = 4;

    static Gaussian of(double sigma, int start, int step) {
        return new Gaussian(start, step, weights(sigma));
    }

    private static double[] weights(double sigma) {
        int radius = radius(sigma);
        double[] weights = new double[2 * radius + 1];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double distance = (i - radius) / sigma;
            weights[i] = Math.exp(-distance * distance / 2);
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    private static int radius(double sigma) {
        return (int) Math.ceil(REACH * sigma);
    }

    @Override
    public int most() {
        return weights.length;
    }

    @Override
    public int first(int output) {
        return start + step * output - weights.length / 2;
    }

    @Override
    public double[] weights(int output) {
        return weights;
    }
}
