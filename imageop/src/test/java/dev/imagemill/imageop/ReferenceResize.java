package dev.imagemill.imageop;

/**
 * Resizing as it is defined, one sample at a time: an axis after the other, in whole numbers for 8-bit samples and in double precision for wider ones.
 * Alpha counts as any other component.
 */
final class ReferenceResize {
    private static final double SUPPORT_OF_LANCZOS = 3;

    private ReferenceResize() {}

    static Image resize(Image image, ImageSize target, Filter filter) {
        Image across = axis(image, target.width(), filter, true);
        return axis(across, target.height(), filter, false);
    }

    private static Image axis(Image image, int outputs, Filter filter, boolean width) {
        ImageSize size = image.size();
        int inputs = width ? size.width() : size.height();
        if (inputs == outputs) {
            return image;
        }
        ImageSize target = width ? new ImageSize(outputs, size.height()) : new ImageSize(size.width(), outputs);
        Image result = Images.create(image.mode(), target);
        for (int output = 0; output < outputs; output++) {
            double scale = (double) inputs / outputs;
            double widening = Math.max(1, scale);
            double support = support(filter) * widening;
            double center = (output + 0.5) * scale;
            int first = Math.max(0, (int) (center - support + 0.5));
            int end = Math.min(inputs, (int) (center + support + 0.5));
            double[] weights = new double[end - first];
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                weights[i] = weight(filter, (i + first - center + 0.5) / widening);
                sum += weights[i];
            }
            for (int i = 0; i < weights.length; i++) {
                weights[i] /= sum;
            }
            line(image, result, output, first, weights, width);
        }
        return result;
    }

    private static void line(Image image, Image result, int output, int first, double[] weights, boolean width) {
        int lines = width ? result.size().height() : result.size().width();
        for (int line = 0; line < lines; line++) {
            for (int c = 0; c < image.mode().components(); c++) {
                long whole = 1 << 21;
                double sum = 0;
                for (int i = 0; i < weights.length; i++) {
                    long sample = image.component(width ? first + i : line, width ? line : first + i, c);
                    whole += sample * Math.round(Math.abs(weights[i]) * (1 << 22)) * (weights[i] < 0 ? -1 : 1);
                    sum += sample * weights[i];
                }
                long value = image.mode().bitsPerComponent() == 8 ? whole >> 22 : (long) Math.floor(sum + 0.5);
                long limited = Math.max(0, Math.min(image.mode().maxValue(), value));
                result.setComponent(width ? output : line, width ? line : output, c, limited);
            }
        }
    }

    private static double support(Filter filter) {
        return switch (filter) {
            case NEAREST -> throw new IllegalArgumentException("nothing is weighed");
            case BOX -> 0.5;
            case BILINEAR, HAMMING -> 1;
            case BICUBIC -> 2;
            case LANCZOS -> SUPPORT_OF_LANCZOS;
        };
    }

    private static double weight(Filter filter, double x) {
        double t = Math.abs(x);
        return switch (filter) {
            case NEAREST -> throw new IllegalArgumentException("nothing is weighed");
            case BOX -> x > -0.5 && x <= 0.5 ? 1 : 0;
            case BILINEAR -> Math.max(0, 1 - t);
            case HAMMING -> t >= 1 ? 0 : sinc(x) * (0.54 + 0.46 * Math.cos(Math.PI * t));
            case BICUBIC -> t < 1 ? (1.5 * t - 2.5) * t * t + 1 : t < 2 ? -0.5 * (((t - 5) * t + 8) * t - 4) : 0;
            case LANCZOS -> x >= -3 && x < 3 ? sinc(x) * sinc(x / 3) : 0;
        };
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }
}
