package dev.imagemill.transform.engine.reference;

import static dev.imagemill.transform.engine.reference.Comparison.op;

import dev.imagemill.imageop.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Operations that move pixels and change none: where each pixel of the result comes from. */
final class MovingReferences {
    private static final List<Original> ORIGINALS = List.of(
            Original.photograph(Mode.RGB, 61, 43),
            Original.photograph(Mode.RGBA, 61, 43),
            Original.photograph(Mode.L16, 61, 43));

    private MovingReferences() {}

    /** Which pixel of a plane, w wide and h high, is shown. */
    private interface From {
        double at(Plane from, int x, int y);
    }

    static List<Comparison> all() {
        List<Comparison> all = new ArrayList<>();
        for (Original original : ORIGINALS) {
            all.add(sameSize(
                    "flip",
                    "'direction':'horizontal'",
                    original,
                    "(x, y) shows (w - 1 - x, y)",
                    (from, x, y) -> from.at(from.width() - 1 - x, y)));
            all.add(sameSize(
                    "flip",
                    "'direction':'vertical'",
                    original,
                    "(x, y) shows (x, h - 1 - y)",
                    (from, x, y) -> from.at(x, from.height() - 1 - y)));
            all.add(onItsSide(
                    "transpose", "'diagonal':'main'", original, "(x, y) shows (y, x)", (from, x, y) -> from.at(y, x)));
            all.add(onItsSide(
                    "transpose",
                    "'diagonal':'anti'",
                    original,
                    "(x, y) shows (w - 1 - y, h - 1 - x)",
                    (from, x, y) -> from.at(from.width() - 1 - y, from.height() - 1 - x)));
            all.add(onItsSide(
                    "rotate",
                    "'degrees':90",
                    original,
                    "(x, y) shows (w - 1 - y, x)",
                    (from, x, y) -> from.at(from.width() - 1 - y, x)));
            all.add(sameSize(
                    "rotate",
                    "'degrees':180",
                    original,
                    "(x, y) shows (w - 1 - x, h - 1 - y)",
                    (from, x, y) -> from.at(from.width() - 1 - x, from.height() - 1 - y)));
            all.add(onItsSide(
                    "rotate",
                    "'degrees':-90",
                    original,
                    "(x, y) shows (y, h - 1 - x)",
                    (from, x, y) -> from.at(y, from.height() - 1 - x)));
            all.addAll(parts(original));
        }
        for (int orientation = 1; orientation <= 8; orientation++) {
            all.add(upright(orientation));
        }
        return all;
    }

    private static Comparison moving(
            String operation, Original original, String reference, UnaryOperator<Plane> plane) {
        return Comparison.of(operation, original, reference, in -> in.each(plane), Tolerance.NONE);
    }

    private static Comparison sameSize(String name, String parameters, Original original, String reference, From from) {
        return moving(op(name, parameters), original, reference, sameSize(from));
    }

    private static Comparison onItsSide(
            String name, String parameters, Original original, String reference, From from) {
        return moving(op(name, parameters), original, reference, onItsSide(from));
    }

    private static UnaryOperator<Plane> sameSize(From from) {
        return in -> Plane.of(in.width(), in.height(), (x, y) -> from.at(in, x, y));
    }

    private static UnaryOperator<Plane> onItsSide(From from) {
        return in -> Plane.of(/* width= */ in.height(), /* height= */ in.width(), (x, y) -> from.at(in, x, y));
    }

    /** EXIF 2.32, 4.6.4 A: which side of the stored picture is the top, and which the left, of the one to be seen. */
    private static Comparison upright(int orientation) {
        Original original = Original.stored(orientation, 61, 43);
        UnaryOperator<Plane> plane = switch (orientation) {
            case 2 -> sameSize((from, x, y) -> from.at(from.width() - 1 - x, y));
            case 3 -> sameSize((from, x, y) -> from.at(from.width() - 1 - x, from.height() - 1 - y));
            case 4 -> sameSize((from, x, y) -> from.at(x, from.height() - 1 - y));
            case 5 -> onItsSide((from, x, y) -> from.at(y, x));
            case 6 -> onItsSide((from, x, y) -> from.at(y, from.height() - 1 - x));
            case 7 -> onItsSide((from, x, y) -> from.at(from.width() - 1 - y, from.height() - 1 - x));
            case 8 -> onItsSide((from, x, y) -> from.at(from.width() - 1 - y, x));
            default -> sameSize(Plane::at);
        };
        return moving(op("autorotate", ""), original, "EXIF's table of orientations", plane);
    }

    private static List<Comparison> parts(Original original) {
        int width = original.picture().width();
        int height = original.picture().height();
        return List.of(
                moving(
                        op("crop", "'x':7,'y':5,'width':31,'height':17"),
                        original,
                        "(x, y) shows (x + left, y + top)",
                        in -> Plane.of(31, 17, (x, y) -> in.at(x + 7, y + 5))),
                moving(
                        op("crop", "'x':0.1,'y':0.5,'width':0.5,'height':0.25,'unit':'fraction'"),
                        original,
                        "the same, each edge rounded to the nearest pixel",
                        in -> part(in, 0.1, 0.5, 0.6, 0.75)),
                sliced("'x':'::-2','y':'10:-10:3'", original, down(width - 1, 2), up(10, height - 10, 3)),
                sliced("'x':'-50:40'", original, up(width - 50, 40, 1), up(0, height, 1)),
                sliced(
                        "'y':'-2:5:-4'",
                        original,
                        up(0, width, 1),
                        IntStream.iterate(height - 2, y -> y > 5, y -> y - 4).toArray()));
    }

    private static Plane part(Plane in, double left, double top, double right, double bottom) {
        int x = (int) Math.floor(left * in.width() + 0.5);
        int y = (int) Math.floor(top * in.height() + 0.5);
        int width = (int) Math.floor(right * in.width() + 0.5) - x;
        int height = (int) Math.floor(bottom * in.height() + 0.5) - y;
        return Plane.of(width, height, (column, row) -> in.at(x + column, y + row));
    }

    private static int[] up(int from, int to, int step) {
        return IntStream.iterate(from, i -> i < to, i -> i + step).toArray();
    }

    private static int[] down(int from, int step) {
        return IntStream.iterate(from, i -> i >= 0, i -> i - step).toArray();
    }

    private static Comparison sliced(String parameters, Original original, int[] columns, int[] rows) {
        return moving(
                op("slice", parameters),
                original,
                "the columns and rows that Python's range of these numbers gives",
                in -> Plane.of(columns.length, rows.length, (x, y) -> in.at(columns[x], rows[y])));
    }
}
