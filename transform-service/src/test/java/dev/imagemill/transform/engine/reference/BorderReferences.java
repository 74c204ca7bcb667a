package dev.imagemill.transform.engine.reference;

import static dev.imagemill.transform.engine.reference.Comparison.op;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Borders that are added, and borders that are cut away. */
final class BorderReferences {
    private BorderReferences() {}

    static List<Comparison> all() {
        List<Comparison> all = new ArrayList<>();
        for (Mode mode : List.of(Mode.RGB, Mode.LA, Mode.RGB48)) {
            Original original = Original.photograph(mode, 23, 17);
            all.add(continued(
                    "copy",
                    original,
                    "the nearest pixel of the picture",
                    (at, length) -> Math.clamp(at, 0, length - 1)));
            all.add(continued("mirror", original, "a mirror at the edge", BorderReferences::mirrored));
            all.add(continued("repeat", original, "(x mod w, y mod h)", Math::floorMod));
        }
        all.addAll(coloured());
        for (Mode mode : List.of(Mode.RGB, Mode.RGBA, Mode.L16)) {
            all.add(trimmed(mode));
        }
        return all;
    }

    /** Where a position outside of a line looks. */
    private interface Origin {
        int of(int at, int length);
    }

    /** Mirrored again and again until it is inside; the edge's pixels are there twice. */
    private static int mirrored(int at, int length) {
        int position = at;
        while (position < 0 || position >= length) {
            position = position < 0 ? -1 - position : 2 * length - 1 - position;
        }
        return position;
    }

    private static Comparison continued(String extend, Original original, String reference, Origin origin) {
        return Comparison.of(
                op("pad", "'top':25,'right':30,'bottom':3,'left':50,'extend':'" + extend + "'"),
                original,
                "outside: " + reference,
                in -> in.each(plane -> Plane.of(
                        plane.width() + 80,
                        plane.height() + 28,
                        (x, y) -> plane.at(origin.of(x - 50, plane.width()), origin.of(y - 25, plane.height())))),
                Tolerance.NONE);
    }

    private static List<Comparison> coloured() {
        String reference = "outside: the colour";
        return List.of(
                Comparison.of(
                        op("pad", "'left':4,'bottom':9,'background':'#c83214'"),
                        Original.photograph(Mode.RGB, 23, 17),
                        reference,
                        in -> onColour(in, 200, 50, 20),
                        Tolerance.NONE),
                Comparison.of(
                        op("pad", "'left':4,'bottom':9,'background':'#c83214'"),
                        Original.photograph(Mode.L16, 23, 17),
                        reference + "; the grey picture becomes coloured",
                        in -> onColour(
                                new ExactPicture(in.max(), false, List.of(in.plane(0), in.plane(0), in.plane(0))),
                                200 * 257,
                                50 * 257,
                                20 * 257),
                        Tolerance.NONE),
                Comparison.of(
                        op("pad", "'left':4,'bottom':9,'background':'#c8321480'"),
                        Original.photograph(Mode.RGB, 23, 17),
                        reference + "; the picture gets alpha, opaque",
                        in -> onColour(in.withAlpha(255), 200, 50, 20, 128),
                        Tolerance.NONE));
    }

    private static ExactPicture onColour(ExactPicture in, double... colour) {
        List<Plane> planes = new ArrayList<>();
        for (int c = 0; c < colour.length; c++) {
            Plane plane = in.plane(c);
            double background = colour[c];
            planes.add(Plane.of(
                    in.width() + 4,
                    in.height() + 9,
                    (x, y) -> plane.holds(x - 4, y) ? plane.at(x - 4, y) : background));
        }
        return new ExactPicture(in.max(), in.alpha(), planes);
    }

    /** A photograph in a frame that is not quite even. */
    private static Comparison trimmed(Mode mode) {
        Image photograph = Original.photographOf(mode, 61, 43);
        long step = mode.maxValue() / 255;
        Image framed = Original.image(
                mode,
                90,
                70,
                (x, y, c) -> x >= 13 && x < 74 && y >= 11 && y < 54
                        ? photograph.component(x - 13, y - 11, c)
                        : (180 + (3 * x + y) % 5) * step);
        return Comparison.of(
                op("trim", "'threshold':0.02"),
                Original.of("framed", framed),
                "from the first to the last row and column with a pixel that is more than the threshold from the one at the top left",
                in -> trim(in, 0.02),
                Tolerance.NONE);
    }

    private static ExactPicture trim(ExactPicture in, double threshold) {
        IntPredicate row = y -> IntStream.range(0, in.width()).anyMatch(x -> shows(in, x, y, threshold));
        IntPredicate column = x -> IntStream.range(0, in.height()).anyMatch(y -> shows(in, x, y, threshold));
        int[] rows = IntStream.range(0, in.height()).filter(row).toArray();
        int[] columns = IntStream.range(0, in.width()).filter(column).toArray();
        int left = columns[0];
        int top = rows[0];
        int width = columns[columns.length - 1] + 1 - left;
        int height = rows[rows.length - 1] + 1 - top;
        UnaryOperator<Plane> inside = plane -> Plane.of(width, height, (x, y) -> plane.at(left + x, top + y));
        return in.each(inside);
    }

    private static boolean shows(ExactPicture in, int x, int y, double threshold) {
        return in.planes().stream().anyMatch(plane -> Math.abs(plane.at(x, y) - plane.at(0, 0)) > threshold * in.max());
    }
}
