package dev.imagemill.transform.engine.reference;

import static dev.imagemill.transform.engine.reference.Comparison.op;

import dev.imagemill.imageop.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Alpha and what becomes of it, and components by themselves. */
final class AlphaReferences {
    private AlphaReferences() {}

    static List<Comparison> all() {
        List<Comparison> all = new ArrayList<>();
        for (Mode mode : List.of(Mode.LA, Mode.LA32, Mode.RGBA, Mode.RGBA64)) {
            Original original = Original.photograph(mode, 61, 43);
            all.add(meaning(
                    "straight", "premultiplied", original, "c a / max", Tolerance.NEAREST, ExactPicture::asShown));
            all.add(meaning(
                    "premultiplied",
                    "straight",
                    original,
                    "max c / a, rounded down and limited; c if a is 0",
                    Tolerance.NONE,
                    AlphaReferences::divided));
            all.add(meaning(
                    "straight", "none", original, "alpha becomes max", Tolerance.NONE, AlphaReferences::opaque));
            all.add(meaning(
                    "straight",
                    "channel-packed",
                    original,
                    "nothing changes",
                    Tolerance.NONE,
                    UnaryOperator.identity()));
            all.add(flattened("#ffffff", original, 255, 255, 255));
            all.add(flattened("#1478dc", original, 20, 120, 220));
        }
        all.addAll(components());
        return all;
    }

    private static Comparison meaning(
            String from,
            String to,
            Original original,
            String reference,
            Tolerance tolerance,
            UnaryOperator<ExactPicture> definition) {
        return Comparison.of(
                op("alpha", "'from':'" + from + "','to':'" + to + "'"), original, reference, definition, tolerance);
    }

    private static ExactPicture divided(ExactPicture in) {
        Plane alpha = in.planes().getLast();
        return in.eachColour(colour ->
                colour.with(alpha, (c, a) -> a == 0 ? c : Math.min(in.max(), Math.floor(in.max() * c / a))));
    }

    private static ExactPicture opaque(ExactPicture in) {
        return new ExactPicture(in.max(), false, in.colours()).withAlpha(in.max());
    }

    private static Comparison flattened(String background, Original original, int... colour) {
        boolean grey = colour[0] == colour[1] && colour[1] == colour[2];
        return Comparison.of(
                op("flatten", "'background':'" + background + "'"),
                original,
                "c a / max + background (1 - a / max)" + (grey ? "" : ", of grey three times the same"),
                in -> onto(in, grey ? new int[] {colour[0]} : colour),
                Tolerance.NEAREST);
    }

    private static ExactPicture onto(ExactPicture in, int... background) {
        Plane opacity = in.opacity();
        int count = Math.max(in.colours().size(), background.length);
        List<Plane> planes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Plane colour = in.plane(in.colours().size() == 1 ? 0 : i);
            double under = background[background.length == 1 ? 0 : i] * in.max() / 255;
            planes.add(colour.with(opacity, (value, part) -> value * part + under * (1 - part)));
        }
        return new ExactPicture(in.max(), false, planes);
    }

    private static List<Comparison> components() {
        Original deep = Original.photograph(Mode.RGBA64, 61, 43);
        Original even = Original.photograph(Mode.RGB, 60, 44);
        return List.of(
                component("r", Original.photograph(Mode.RGB, 61, 43), 0),
                component("g", deep, 1),
                component("b", deep, 2),
                component("a", deep, 3),
                component("l", Original.photograph(Mode.LA, 61, 43), 0),
                component("a", Original.photograph(Mode.LA, 61, 43), 1),
                component("m", even, 1).after(op("convert", "'mode':'CMYK'")),
                component("k", even, 3).after(op("convert", "'mode':'CMYK64'")),
                component("y", even, 0).after(op("convert", "'mode':'YV12'")),
                component("cr", even, 1).after(op("convert", "'mode':'YV12'")),
                component("cb", even, 2).after(op("convert", "'mode':'JPEG_YV12'")));
    }

    private static Comparison component(String name, Original original, int index) {
        return Comparison.of(
                op("split", "'component':'" + name + "'"),
                original,
                "the plane",
                in -> new ExactPicture(in.max(), false, List.of(in.plane(index))),
                Tolerance.NONE);
    }
}
