package dev.imagemill.imageop;

/** The Gaussian by its definition: one axis after the other, in double precision, with the edge's samples beyond the edge. */
final class ReferenceBlur {
    private ReferenceBlur() {}

    /** The samples of a blurred image that is not planar, not rounded; alpha counts as any other component. */
    static double[] blur(Image image, double sigma) {
        long[] samples = Samples.of(image);
        double[] values = new double[samples.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = samples[i];
        }
        int step = image.components();
        int width = image.size().width();
        int height = image.size().height();
        double[] across = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int x = i / step % width;
            across[i] = average(values, i - x * step, step, x, width, sigma);
        }
        double[] down = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int y = i / step / width;
            down[i] = average(across, i - y * step * width, step * width, y, height, sigma);
        }
        return down;
    }

    private static double average(double[] values, int first, int stride, int at, int length, double sigma) {
        int radius = (int) Math.ceil(4 * sigma);
        double sum = 0;
        double weights = 0;
        for (int d = -radius; d <= radius; d++) {
            double weight = Math.exp(-d * d / (2 * sigma * sigma));
            sum += weight * values[first + Math.clamp(at + d, 0, length - 1) * stride];
            weights += weight;
        }
        return sum / weights;
    }

    /** How far the sample that is farthest from what was expected is from it. */
    static double farthest(Image image, double[] expected) {
        long[] samples = Samples.of(image);
        double farthest = 0;
        for (int i = 0; i < samples.length; i++) {
            farthest = Math.max(farthest, Math.abs(samples[i] - expected[i]));
        }
        return farthest;
    }
}
