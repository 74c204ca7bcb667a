package dev.imagemill.transform.engine.reference;

import static dev.imagemill.transform.engine.reference.Comparison.op;

import dev.imagemill.imageop.Mode;
import java.util.ArrayList;
import java.util.List;

/** Scaling: every kernel to a smaller, a much smaller and a larger picture, and every way to fit one. */
final class ScaleReferences {
    private static final List<String> KERNELS = List.of("nearest", "box", "bilinear", "hamming", "bicubic", "lanczos3");
    private static final Tolerance AXES = Tolerance.of(1, "rounded after the rows and after the columns");
    private static final Tolerance LOBES = Tolerance.of(
            1.3, "rounded after the rows, of which weights below 0 and above 1 make more, and after the columns");
    private static final Tolerance BY_ALPHA = Tolerance.of(
                    2, "colours are rounded when they are multiplied by alpha and when they are divided by it, too")
            .asShown();
    private static final Tolerance BLOCKS = Tolerance.of(
            2,
            "the picture is averaged over blocks of 4 x 4 first, which leaves more than twice the pixels that are wanted");

    private ScaleReferences() {}

    static List<Comparison> all() {
        List<Comparison> all = new ArrayList<>();
        Original photograph = Original.photograph(Mode.RGB, 61, 43);
        Original noise = Original.noise(Mode.RGB, 61, 43);
        for (String kernel : KERNELS) {
            Tolerance tolerance = tolerance(kernel);
            Tolerance large = tolerance.equals(Tolerance.NONE) || kernel.equals("box") ? tolerance : BLOCKS;
            all.add(resized(photograph, 37, 29, kernel, tolerance));
            all.add(resized(noise, 37, 29, kernel, tolerance));
            all.add(resized(photograph, 150, 101, kernel, tolerance));
            all.add(resized(Original.photograph(Mode.RGB, 403, 301), 41, 30, kernel, large));
        }
        for (Mode mode : List.of(Mode.L, Mode.L16, Mode.LA, Mode.LA32, Mode.RGBA, Mode.RGB48, Mode.RGBA64)) {
            Tolerance tolerance = mode.hasAlpha() ? BY_ALPHA : LOBES;
            all.add(resized(Original.photograph(mode, 61, 43), 37, 29, "lanczos3", tolerance));
        }
        all.add(resized(Original.numbers(61, 43), 37, 29, "bicubic", LOBES));
        all.add(resized(Original.photograph(Mode.RGB, 328, 240), 41, 30, "box", BLOCKS));
        all.addAll(fitted());
        return all;
    }

    private static Tolerance tolerance(String kernel) {
        return switch (kernel) {
            case "nearest" -> Tolerance.NONE;
            case "bicubic", "lanczos3" -> LOBES;
            default -> AXES;
        };
    }

    private static Comparison resized(Original original, int width, int height, String kernel, Tolerance tolerance) {
        String enlarge = width > original.picture().width() ? "'enlarge':true," : "";
        return Comparison.of(
                op(
                        "scale",
                        "'width':" + width + ",'height':" + height + ",'fit':'fill'," + enlarge + "'kernel':'" + kernel
                                + "'"),
                original,
                kernel.equals("nearest")
                        ? "the pixel under the middle"
                        : "the average of all pixels weighed by the kernel, in double precision",
                in -> Resampling.resize(in, width, height, kernel),
                tolerance);
    }

    private static List<Comparison> fitted() {
        Original original = Original.photograph(Mode.RGB, 90, 60);
        return List.of(
                fit("'width':40,'height':40", original, "40 x 27", 40, 27, 0, 0, 40, 27),
                fit("'height':20", original, "30 x 20", 30, 20, 0, 0, 30, 20),
                fit("'factor':0.35", original, "32 x 21: 31.5 is rounded up", 32, 21, 0, 0, 32, 21),
                fit("'width':40,'height':40,'fit':'outside'", original, "60 x 40", 60, 40, 0, 0, 60, 40),
                fit(
                        "'width':40,'height':41,'fit':'cover'",
                        original,
                        "62 x 41, of which 11 columns at the left and the right are cut off",
                        62,
                        41,
                        11,
                        0,
                        40,
                        41),
                fit(
                        "'width':40,'height':40,'fit':'cover','gravity':'southeast'",
                        original,
                        "60 x 40, of which 20 columns at the left are cut off",
                        60,
                        40,
                        20,
                        0,
                        40,
                        40),
                fit(
                        "'width':40,'height':40,'fit':'cover','focus':[0.4,0.9]",
                        original,
                        "60 x 40, of which 4 columns at the left are cut off: column 24 is in the middle",
                        60,
                        40,
                        4,
                        0,
                        40,
                        40),
                fit(
                        "'width':40,'height':40,'fit':'contain'",
                        original,
                        "40 x 27 on black, 6 rows above and 7 below",
                        40,
                        27,
                        0,
                        -6,
                        40,
                        40));
    }

    private static Comparison fit(
            String parameters,
            Original original,
            String reference,
            int resizedWidth,
            int resizedHeight,
            int left,
            int top,
            int width,
            int height) {
        return Comparison.of(
                op("scale", parameters),
                original,
                "lanczos3 to " + reference,
                in -> Resampling.resize(in, resizedWidth, resizedHeight, "lanczos3")
                        .each(plane -> Plane.of(
                                width,
                                height,
                                (x, y) -> plane.holds(x + left, y + top) ? plane.at(x + left, y + top) : 0)),
                LOBES);
    }
}
