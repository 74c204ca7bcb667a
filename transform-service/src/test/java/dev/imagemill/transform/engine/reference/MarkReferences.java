package dev.imagemill.transform.engine.reference;

import static dev.imagemill.transform.engine.reference.Comparison.op;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Watermarks: T. Porter's and T. Duff's "over" (1984), with the mark where the rules for its place say. */
final class MarkReferences {
    /** The mark of every pipeline here, 20 x 14, its colours and alpha different from pixel to pixel. */
    static final Image MARK = Original.image(Mode.RGBA, 20, 14, (x, y, c) -> switch (c) {
        case 0 -> 250 - 9L * x;
        case 1 -> 40 + 12L * y;
        case 2 -> (long) x * y % 256;
        default -> (37L * x + 91L * y) % 256;
    });

    private static final String BLOB = "'blob':'" + "ab".repeat(32) + "'";

    private MarkReferences() {}

    static List<Comparison> all() {
        List<Comparison> all = new ArrayList<>();
        Original photograph = Original.photograph(Mode.RGB, 90, 70);
        all.add(marked("", photograph, "10 from the right and the bottom", 60, 46));
        all.add(marked(",'position':'top-left','margin':3", photograph, "at (3, 3)", 3, 3));
        all.add(marked(",'position':'center'", photograph, "in the middle, at (35, 28)", 35, 28));
        all.add(marked(",'position':'right','margin':0", photograph, "at (70, 28)", 70, 28));
        all.add(marked(",'x':5,'y':41", photograph, "at (5, 41)", 5, 41));
        all.add(marked(
                ",'x':75,'y':41", photograph, "at the bottom right, (60, 46), as it does not fit at (75, 41)", 60, 46));
        for (Mode mode : List.of(Mode.L, Mode.L16, Mode.RGB48, Mode.LA, Mode.RGBA, Mode.RGBA64)) {
            all.add(marked(",'x':5,'y':41", Original.photograph(mode, 90, 70), "at (5, 41)", 5, 41));
        }
        all.add(Comparison.of(
                op("watermark", BLOB + ",'position':'center','opacity':0.35"),
                photograph,
                "over, in the middle, alpha times 0.35",
                in -> laid(ExactPicture.of(MARK), 0.35, 35, 28, in),
                Tolerance.of(1, "the faded alpha is rounded to a number of the mark's")));
        all.add(
                Comparison.of(
                        op("watermark", BLOB + ",'position':'top-left','margin':0,'scale':0.5"),
                        photograph,
                        "over, at (0, 0), the mark resized by lanczos3 to 45 x 32, half of the width",
                        in -> laid(Resampling.resize(ExactPicture.of(MARK), 45, 32, "lanczos3"), 1, 0, 0, in),
                        Tolerance.of(
                                2.5,
                                "colours of the resized mark are rounded with their alpha and without, and laid down rounded")));
        all.add(Comparison.of(
                op("watermark", BLOB + ",'position':'center','margin':5,'tile':true"),
                photograph,
                "over, again and again, 25 columns and 19 rows from one to the next",
                MarkReferences::tiled,
                Tolerance.NEAREST));
        return all;
    }

    private static Comparison marked(String parameters, Original original, String place, int x, int y) {
        Tolerance tolerance = original.picture().alpha()
                ? Tolerance.of(1, "the share of the mark is rounded before the colours are averaged by it")
                        .asShown()
                : original.picture().planes().size() == 1 && original.picture().max() > 255
                        ? Tolerance.of(
                                1.4,
                                "the mark's luma, whose weights are multiples of 1/65536, is rounded, and the result")
                        : Tolerance.NEAREST;
        return Comparison.of(
                op("watermark", BLOB + parameters),
                original,
                "over, " + place,
                in -> laid(ExactPicture.of(MARK), 1, x, y, in),
                tolerance);
    }

    private static ExactPicture tiled(ExactPicture in) {
        ExactPicture marked = in;
        for (int y = 28 - 2 * 19; y < in.height(); y += 19) {
            for (int x = 35 - 2 * 25; x < in.width(); x += 25) {
                marked = laid(ExactPicture.of(MARK), 1, x, y, marked);
            }
        }
        return marked;
    }

    /** The mark over the picture, in the picture's components. */
    private static ExactPicture laid(ExactPicture mark, double opacity, int left, int top, ExactPicture in) {
        List<Plane> colours = in.colours().size() == 1 ? List.of(greyMark(mark, in.max())) : mark.colours();
        Plane covering = onto(in, mark.opacity().map(value -> value * opacity), left, top);
        Plane under = in.opacity();
        Plane all = covering.with(under, (a, b) -> a + b * (1 - a));
        List<Plane> planes = IntStream.range(0, colours.size())
                .mapToObj(c -> {
                    Plane over = onto(in, colours.get(c).map(value -> value * in.max() / mark.max()), left, top);
                    return Plane.of(in.width(), in.height(), (x, y) -> {
                        double a = covering.at(x, y);
                        double b = under.at(x, y) * (1 - a);
                        return a + b == 0
                                ? in.plane(c).at(x, y)
                                : (over.at(x, y) * a + in.plane(c).at(x, y) * b) / (a + b);
                    });
                })
                .toList();
        return in.alpha()
                ? new ExactPicture(
                        in.max(),
                        true,
                        Stream.concat(planes.stream(), Stream.of(all.map(value -> value * in.max())))
                                .toList())
                : new ExactPicture(in.max(), false, planes);
    }

    /** Luma in the whole numbers that the picture has. */
    private static Plane greyMark(ExactPicture mark, double max) {
        return ToneReferences.luma(mark.colours())
                .map(value -> Math.floor(value * max / mark.max() + 0.5) * mark.max() / max);
    }

    /** A plane of the mark as large as the picture, 0 where the mark is not. */
    private static Plane onto(ExactPicture in, Plane mark, int left, int top) {
        return Plane.of(
                in.width(), in.height(), (x, y) -> mark.holds(x - left, y - top) ? mark.at(x - left, y - top) : 0);
    }
}
