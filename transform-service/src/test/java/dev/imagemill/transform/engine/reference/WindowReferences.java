package dev.imagemill.transform.engine.reference;

import static dev.imagemill.transform.engine.reference.Comparison.op;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.Mode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Windows that the pixels place, found by trying every place. The pictures are small enough that no smaller copy is looked at. */
final class WindowReferences {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 60;
    private static final double EQUAL = 1e-9;
    private static final List<Integer> SKIN = List.of(224, 172, 138);

    private WindowReferences() {}

    static List<Comparison> all() {
        List<Comparison> all = new ArrayList<>();
        for (int at : new int[] {25, 84, 137}) {
            Original subject = Original.of("a disc at " + at, disc(at));
            all.add(window(
                    "entropy",
                    subject,
                    "the place where the steps of luma from pixel to pixel have the greatest Shannon entropy, of equals the nearest to the middle",
                    in -> in.each(plane -> columns(plane, mostEntropy(in)))));
            all.add(window(
                    "attention",
                    subject,
                    "around the greatest score of smartcrop.js, averaged by a Gaussian of a tenth of the window's diagonal",
                    in -> in.each(plane -> columns(plane, mostAttention(in)))));
        }
        return all;
    }

    private static Comparison window(
            String gravity, Original original, String reference, UnaryOperator<ExactPicture> definition) {
        return Comparison.of(
                op("scale", "'width':" + HEIGHT + ",'height':" + HEIGHT + ",'fit':'cover','gravity':'" + gravity + "'"),
                original,
                reference,
                definition,
                Tolerance.NONE);
    }

    /** A disc of the colour of skin with some texture, on something grey with a little. */
    private static Image disc(int at) {
        return Original.image(
                Mode.RGB,
                WIDTH,
                HEIGHT,
                (x, y, c) -> Math.hypot(x - at, y - 30) < 13
                        ? SKIN.get(c) - (31L * x + 17L * y) % 23
                        : 100L + x / 8 + (long) x * y % 3);
    }

    private static Plane columns(Plane in, int left) {
        return Plane.of(HEIGHT, HEIGHT, (x, y) -> in.at(left + x, y));
    }

    private static Plane wholeLuma(ExactPicture in) {
        return ToneReferences.luma(in.planes()).map(value -> Math.floor(value + 0.5));
    }

    private static int mostEntropy(ExactPicture in) {
        Plane luma = wholeLuma(in);
        int best = 0;
        double most = -1;
        for (int left = 0; left + HEIGHT <= WIDTH; left++) {
            double entropy = entropy(luma, left);
            boolean nearer = Math.abs(2 * left + HEIGHT - WIDTH) < Math.abs(2 * best + HEIGHT - WIDTH);
            if (entropy > most + EQUAL || (entropy > most - EQUAL && nearer)) {
                best = left;
                most = entropy;
            }
        }
        return best;
    }

    private static double entropy(Plane luma, int left) {
        Map<Double, Integer> counts = new HashMap<>();
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = left; x < left + HEIGHT; x++) {
                counts.merge(Math.abs(luma.at(x, y) - luma.extended(x - 1, y)), 1, Integer::sum);
                counts.merge(Math.abs(luma.at(x, y) - luma.extended(x, y - 1)), 1, Integer::sum);
            }
        }
        double all = 2.0 * HEIGHT * HEIGHT;
        return counts.values().stream()
                .mapToDouble(count -> -count / all * StrictMath.log(count / all))
                .sum();
    }

    private static int mostAttention(ExactPicture in) {
        Plane scores = DetailReferences.blur(
                Plane.of(WIDTH, HEIGHT, (x, y) -> score(in, wholeLuma(in), x, y)), Math.hypot(HEIGHT, HEIGHT) / 10);
        int best = 0;
        double most = -1;
        for (int x = 0; x < WIDTH; x++) {
            for (int y = 0; y < HEIGHT; y++) {
                if (scores.at(x, y) > most) {
                    best = x;
                    most = scores.at(x, y);
                }
            }
        }
        return Math.clamp(best - HEIGHT / 2 + 1, 0, WIDTH - HEIGHT);
    }

    /** The weights and limits of smartcrop.js 1.0. */
    private static double score(ExactPicture in, Plane luma, int x, int y) {
        boolean edge = x == 0 || y == 0 || x == WIDTH - 1 || y == HEIGHT - 1;
        double detail = edge
                ? 0
                : Math.min(
                                255,
                                Math.abs(4 * luma.at(x, y)
                                        - luma.at(x - 1, y)
                                        - luma.at(x + 1, y)
                                        - luma.at(x, y - 1)
                                        - luma.at(x, y + 1)))
                        / 255;
        double red = in.plane(0).at(x, y) / 255;
        double green = in.plane(1).at(x, y) / 255;
        double blue = in.plane(2).at(x, y) / 255;
        double light = luma.at(x, y) / 255;
        double length = Math.sqrt(red * red + green * green + blue * blue);
        double skin = 1
                - Math.sqrt(square(red / length - 0.78) + square(green / length - 0.57) + square(blue / length - 0.44));
        double most = Math.max(red, Math.max(green, blue));
        double least = Math.min(red, Math.min(green, blue));
        double saturation = most == least
                ? 0
                : (most + least) / 2 > 0.5 ? (most - least) / (2 - most - least) : (most - least) / (most + least);
        double score = 0.2 * detail;
        if (skin > 0.8 && light >= 0.2) {
            score += 1.8 * (skin - 0.8) / 0.2 * (detail + 0.01);
        }
        if (saturation > 0.4 && light >= 0.05 && light <= 0.9) {
            score += 0.3 * (saturation - 0.4) / 0.6 * (detail + 0.2);
        }
        return score;
    }

    private static double square(double value) {
        return value * value;
    }
}
