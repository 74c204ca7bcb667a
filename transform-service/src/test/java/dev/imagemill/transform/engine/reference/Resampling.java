package dev.imagemill.transform.engine.reference;

import java.util.function.DoubleUnaryOperator;

/**
 * Resampling by its definition: a value of the result is the average of all values of the source, weighed by a function of their distance to where it lies, which is
 * stretched when the picture becomes smaller.
 *
 * <p>Functions: P. Heckbert's filters as Pillow documents them; cubic convolution of R. Keys (1981) with a = -1/2; C. Lanczos' window of three lobes.
 */
final class Resampling {
    private Resampling() {}

    /** The function of a kernel, by the word that pipelines have for it. */
    static DoubleUnaryOperator kernel(String name) {
        return switch (name) {
            case "box" -> x -> x > -0.5 && x <= 0.5 ? 1 : 0;
            case "bilinear" -> x -> Math.max(0, 1 - Math.abs(x));
            case "hamming" -> x -> Math.abs(x) < 1 ? sinc(x) * (0.54 + 0.46 * StrictMath.cos(Math.PI * x)) : 0;
            case "bicubic" -> Resampling::cubic;
            case "lanczos3" -> x -> Math.abs(x) < 3 ? sinc(x) * sinc(x / 3) : 0;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : StrictMath.sin(Math.PI * x) / (Math.PI * x);
    }

    static double cubic(double x) {
        double t = Math.abs(x);
        return t < 1 ? 1.5 * t * t * t - 2.5 * t * t + 1 : t < 2 ? -0.5 * t * t * t + 2.5 * t * t - 4 * t + 2 : 0;
    }

    /** The picture in another size. What a kernel makes too light or too dark is limited after the rows, and again after the columns. */
    static ExactPicture resize(ExactPicture in, int width, int height, String kernel) {
        if (kernel.equals("nearest")) {
            return in.each(plane -> nearest(plane, width, height));
        }
        DoubleUnaryOperator function = kernel(kernel);
        return in.eachByWeight(plane -> {
                    Plane wide = limited(rows(plane, width, function), in.max());
                    return limited(rows(wide.transposed(), height, function), in.max())
                            .transposed();
                })
                .limited();
    }

    private static Plane limited(Plane plane, double max) {
        return plane.map(value -> Math.clamp(value, 0.0, max));
    }

    /** The pixel under the middle of each. */
    private static Plane nearest(Plane in, int width, int height) {
        return Plane.of(
                width,
                height,
                (x, y) -> in.at((int) ((x + 0.5) * in.width() / width), (int) ((y + 0.5) * in.height() / height)));
    }

    private static Plane rows(Plane in, int width, DoubleUnaryOperator kernel) {
        double step = (double) in.width() / width;
        double stretch = Math.max(1, step);
        return Plane.of(width, in.height(), (x, y) -> {
            double sum = 0;
            double weights = 0;
            for (int i = 0; i < in.width(); i++) {
                double weight = kernel.applyAsDouble((i + 0.5 - (x + 0.5) * step) / stretch);
                sum += weight * in.at(i, y);
                weights += weight;
            }
            return sum / weights;
        });
    }
}
