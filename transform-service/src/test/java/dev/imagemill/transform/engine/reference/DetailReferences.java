package dev.imagemill.transform.engine.reference;

import static dev.imagemill.transform.engine.reference.Comparison.op;

import dev.imagemill.imageop.Mode;
import java.util.ArrayList;
import java.util.List;

/** Blur and sharpening, with the weights of the Gaussian out to four standard deviations. */
final class DetailReferences {
    private static final int REACH = 4;
    private static final String GAUSSIAN =
            "the average weighed by exp(-d² / 2 sigma²) to a distance of ceil(4 sigma), in double precision";
    private static final Tolerance AXES = Tolerance.of(1, "rounded after the rows and after the columns");
    private static final Tolerance BY_ALPHA = Tolerance.of(
                    2, "colours are rounded when they are multiplied by alpha and when they are divided by it, too")
            .asShown();
    private static final Tolerance WIDE = Tolerance.of(
            6, "16 bits and sigma above 12: what lies between every other, fourth or eighth pixel is interpolated");

    private DetailReferences() {}

    static List<Comparison> all() {
        List<Comparison> all = new ArrayList<>();
        Original photograph = Original.photograph(Mode.RGB, 61, 43);
        for (double sigma : new double[] {0.3, 0.8, 2.5, 6, 30}) {
            all.add(blurred(photograph, sigma, AXES));
        }
        all.add(blurred(Original.noise(Mode.RGB, 61, 43), 0.8, AXES));
        all.add(blurred(Original.noise(Mode.RGB, 160, 120), 15, AXES));
        all.add(blurred(Original.noise(Mode.RGB48, 160, 120), 15, WIDE));
        all.add(blurred(Original.photograph(Mode.RGB48, 160, 120), 30, WIDE));
        for (Mode mode : List.of(Mode.L, Mode.L16, Mode.LA, Mode.LA32, Mode.RGB48, Mode.RGBA, Mode.RGBA64)) {
            all.add(blurred(Original.photograph(mode, 61, 43), 2.5, mode.hasAlpha() ? BY_ALPHA : AXES));
        }
        all.add(blurred(Original.numbers(61, 43), 2.5, AXES));
        all.add(blurred(Original.photograph(Mode.RGB, 60, 44), 2.5, AXES).after(op("convert", "'mode':'CMYK'")));
        all.add(blurredPlanes(3).after(op("convert", "'mode':'JPEG_YV12'")));
        all.addAll(sharpened());
        return all;
    }

    private static Comparison blurred(Original original, double sigma, Tolerance tolerance) {
        return Comparison.of(
                op("blur", "'sigma':" + sigma),
                original,
                GAUSSIAN,
                in -> in.eachByWeight(plane -> blur(plane, sigma)),
                tolerance);
    }

    private static Comparison blurredPlanes(double sigma) {
        return Comparison.of(
                op("blur", "'sigma':" + sigma),
                Original.photograph(Mode.RGB, 60, 44),
                GAUSSIAN + "; of chroma, which has half the size, half of sigma",
                in -> new ExactPicture(
                        in.max(),
                        false,
                        List.of(blur(in.plane(0), sigma), blur(in.plane(1), sigma / 2), blur(in.plane(2), sigma / 2))),
                AXES);
    }

    static Plane blur(Plane in, double sigma) {
        return rows(rows(in, sigma).transposed(), sigma).transposed();
    }

    private static Plane rows(Plane in, double sigma) {
        int reach = (int) Math.ceil(REACH * sigma);
        double[] weights = new double[2 * reach + 1];
        double all = 0;
        for (int d = -reach; d <= reach; d++) {
            weights[reach + d] = StrictMath.exp(-d * d / (2 * sigma * sigma));
            all += weights[reach + d];
        }
        double sum = all;
        return Plane.of(in.width(), in.height(), (x, y) -> {
            double value = 0;
            for (int d = -reach; d <= reach; d++) {
                value += weights[reach + d] * in.extended(x + d, y);
            }
            return value / sum;
        });
    }

    private static List<Comparison> sharpened() {
        List<Comparison> all = new ArrayList<>();
        for (Mode mode : List.of(Mode.L, Mode.L16, Mode.LA, Mode.RGB, Mode.RGB48, Mode.RGBA, Mode.RGBA64)) {
            all.add(sharpened(Original.photograph(mode, 61, 43), 1.5, 0.8));
        }
        all.add(sharpened(Original.noise(Mode.RGB, 61, 43), 0.5, 3));
        return all;
    }

    private static Comparison sharpened(Original original, double sigma, double amount) {
        return Comparison.of(
                op("sharpen", "'sigma':" + sigma + ",'amount':" + amount + ",'threshold':0"),
                original,
                "v + amount (v - blurred), limited, alpha as it is",
                in -> sharpen(in, sigma, amount),
                original.picture().alpha() ? tolerance(amount, 2).asShown() : tolerance(amount, 1));
    }

    private static Tolerance tolerance(double amount, int blurred) {
        return Tolerance.of(
                0.5 + amount * blurred,
                "the blurred picture, which may be " + blurred + " off, counts " + amount
                        + " times, and the nearest is taken");
    }

    private static ExactPicture sharpen(ExactPicture in, double sigma, double amount) {
        ExactPicture blurred = in.eachByWeight(plane -> blur(plane, sigma));
        List<Plane> colours = new ArrayList<>();
        for (int i = 0; i < in.colours().size(); i++) {
            colours.add(in.plane(i).with(blurred.plane(i), (v, soft) -> v + amount * (v - soft)));
        }
        return in.withColours(colours).limited();
    }
}
