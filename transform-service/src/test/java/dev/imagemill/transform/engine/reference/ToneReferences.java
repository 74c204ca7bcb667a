package dev.imagemill.transform.engine.reference;

import static dev.imagemill.transform.engine.reference.Comparison.op;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.Mode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Operations that look at one pixel at a time, and {@code normalize}, which looks at all of them first. */
final class ToneReferences {
    private static final double[] SEPIA = {0.393, 0.769, 0.189, 0.349, 0.686, 0.168, 0.272, 0.534, 0.131};
    private static final List<Mode> MODES =
            List.of(Mode.L, Mode.L16, Mode.LA, Mode.RGB, Mode.RGB48, Mode.RGBA, Mode.RGBA64);

    private ToneReferences() {}

    static List<Comparison> all() {
        List<Comparison> all = new ArrayList<>();
        for (Mode mode : MODES) {
            all.add(gamma(mode, 2.2));
            all.add(normalized(Original.photograph(mode, 61, 43), 1, 99));
        }
        all.add(gamma(Mode.RGB, 0.4));
        all.add(normalized(faint(Mode.RGB), 0, 100));
        all.add(normalized(faint(Mode.RGB48), 10, 80));
        all.addAll(matrices());
        all.addAll(maps());
        all.add(clipped());
        return all;
    }

    private static Comparison gamma(Mode mode, double gamma) {
        return Comparison.of(
                op("gamma", "'gamma':" + gamma),
                Original.photograph(mode, 61, 43),
                "max (v / max)^(1 / gamma), alpha as it is",
                in -> in.eachColour(plane ->
                        plane.map(value -> in.max() * StrictMath.pow(value / in.max(), 1 / gamma))),
                Tolerance.NEAREST);
    }

    /** Between a quarter and a half of the range. */
    private static Original faint(Mode mode) {
        Image photograph = Original.photographOf(mode, 61, 43);
        long quarter = mode.maxValue() / 4;
        return Original.of(
                "faint", Original.image(mode, 61, 43, (x, y, c) -> quarter + photograph.component(x, y, c) / 4));
    }

    private static Comparison normalized(Original original, double lower, double upper) {
        return Comparison.of(
                op("normalize", "'lower':" + lower + ",'upper':" + upper),
                original,
                "every colour on the line that takes the percentiles of the sorted luma of what shows to 0 and max",
                in -> normalize(in, lower, upper),
                Tolerance.NEAREST);
    }

    private static ExactPicture normalize(ExactPicture in, double lower, double upper) {
        Plane opacity = in.opacity();
        Plane luma = luma(in.colours());
        double[] sorted = IntStream.range(0, in.width() * in.height())
                .filter(i -> opacity.at(i % in.width(), i / in.width()) > 0)
                .mapToDouble(i -> Math.floor(luma.at(i % in.width(), i / in.width()) + 0.5))
                .sorted()
                .toArray();
        double dark = sorted[(int) Math.floor(sorted.length * lower / 100)];
        double light = sorted[sorted.length - 1 - (int) Math.floor(sorted.length * (100 - upper) / 100)];
        return in.eachColour(plane -> plane.map(value -> (value - dark) * in.max() / (light - dark)))
                .limited();
    }

    /** ITU-R BT.601. */
    static Plane luma(List<Plane> colours) {
        return colours.size() == 1
                ? colours.getFirst()
                : Plane.of(
                        colours.getFirst().width(),
                        colours.getFirst().height(),
                        (x, y) -> 0.299 * colours.get(0).at(x, y)
                                + 0.587 * colours.get(1).at(x, y)
                                + 0.114 * colours.get(2).at(x, y));
    }

    private static List<Comparison> matrices() {
        List<Comparison> all = new ArrayList<>();
        for (Mode mode : MODES) {
            all.add(mixed(mode, "sums", SEPIA));
        }
        all.add(mixed(Mode.RGB, "sums and offsets, limited", -1.2, 0, 0.1, 1, 0, -1, 0, 1, 0.3, 0, -1, 0.9));
        return all;
    }

    private static Comparison mixed(Mode mode, String reference, double... values) {
        String list = Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining(","));
        return Comparison.of(
                op("matrix", "'values':[" + list + "]"),
                Original.photograph(mode, 61, 43),
                "the weighted " + reference + ", of grey three times the same",
                in -> mix(in, values),
                Tolerance.NEAREST);
    }

    private static ExactPicture mix(ExactPicture in, double... values) {
        List<Plane> from = in.colours().size() == 1 ? List.of(in.plane(0), in.plane(0), in.plane(0)) : in.colours();
        int length = values.length / 3;
        List<Plane> to = new ArrayList<>();
        for (int row = 0; row < 3; row++) {
            int first = row * length;
            double offset = length == 4 ? values[first + 3] * in.max() : 0;
            to.add(Plane.of(
                    in.width(),
                    in.height(),
                    (x, y) -> values[first] * from.get(0).at(x, y)
                            + values[first + 1] * from.get(1).at(x, y)
                            + values[first + 2] * from.get(2).at(x, y)
                            + offset));
        }
        return in.withColours(to).limited();
    }

    private static List<Comparison> maps() {
        List<Comparison> all = new ArrayList<>();
        for (Mode mode : MODES) {
            all.add(mapped("max - v", mode, "max - v", (v, max) -> max - v));
            all.add(mapped(
                    "max * (v / max) ^ (1 / 2.2)",
                    mode,
                    "the expression",
                    (v, max) -> max * StrictMath.pow(v / max, 1 / 2.2)));
        }
        all.add(mapped(
                "if(v >= max / 2, v * 1.5 - 20, v / 3 + 0.5)",
                Mode.RGB,
                "the expression",
                (v, max) -> v >= max / 2 ? v * 1.5 - 20 : v / 3 + 0.5));
        all.add(mapped(
                "min(v, 200) % 64 + sqrt(v) * abs(v - 100)",
                Mode.L, "the expression", (v, max) -> Math.min(v, 200) % 64 + Math.sqrt(v) * Math.abs(v - 100)));
        all.add(mapped("invert", Mode.RGB48, "max - v", (v, max) -> max - v));
        all.add(mapped(
                "gamma(0.45)",
                Mode.RGB48,
                "max (v / max)^(1 / 0.45)",
                (v, max) -> max * StrictMath.pow(v / max, 1 / 0.45)));
        all.add(mapped(
                "threshold(0.4)", Mode.RGB48, "max from 0.4 max on, else 0", (v, max) -> v >= 0.4 * max ? max : 0));
        all.add(mapped(
                "levels(0.2,0.7,1.5)",
                Mode.RGB48,
                "max ((v / max - 0.2) / 0.5, limited to 0..1)^(1 / 1.5)",
                (v, max) -> max * StrictMath.pow(Math.clamp((v / max - 0.2) / 0.5, 0.0, 1.0), 1 / 1.5)));
        all.add(mapped(
                "posterize(5)",
                Mode.RGB,
                "the fifth of the range that v is in, of 0 to 4, as max / 4 times that",
                (v, max) -> Math.floor(v / ((max + 1) / 5)) * max / 4));
        all.add(tabled(Mode.RGB));
        all.add(tabled(Mode.RGB48));
        all.add(eachByItsOwn());
        all.add(mappedNumbers());
        return all;
    }

    private static Comparison mapped(String function, Mode mode, String reference, DoubleBinaryOperator definition) {
        return Comparison.of(
                op("map", "'functions':['" + function + "'],'alpha':false"),
                Original.photograph(mode, 61, 43),
                reference,
                in -> in.eachColour(plane -> plane.map(value -> definition.applyAsDouble(value, in.max())))
                        .limited(),
                Tolerance.NEAREST);
    }

    private static Comparison tabled(Mode mode) {
        double[] table = IntStream.range(0, 256)
                .mapToDouble(i -> Math.rint(i * i / 255.0 * 1000) / 1000)
                .toArray();
        String list = Arrays.stream(table).mapToObj(Double::toString).collect(Collectors.joining(","));
        return Comparison.of(
                op("map", "'functions':[[" + list + "]]"),
                Original.photograph(mode, 61, 43),
                "the entry, or what lies on the straight line between two",
                in -> in.each(plane -> plane.map(value -> {
                    double at = value / in.max() * 255;
                    int entry = Math.min(254, (int) at);
                    return (table[entry] + (at - entry) * (table[entry + 1] - table[entry])) * in.max() / 255;
                })),
                Tolerance.NEAREST);
    }

    private static Comparison eachByItsOwn() {
        return Comparison.of(
                op("map", "'functions':['v','v * 0.5','0','max - v']"),
                Original.photograph(Mode.RGBA, 61, 43),
                "each component by its own, alpha too",
                in -> new ExactPicture(
                        in.max(),
                        true,
                        List.of(
                                in.plane(0),
                                in.plane(1).map(value -> value / 2),
                                in.plane(2).map(value -> 0),
                                in.plane(3).map(value -> in.max() - value))),
                Tolerance.NEAREST);
    }

    private static Comparison mappedNumbers() {
        return Comparison.of(
                op("map", "'functions':['v * 0.3 + 7']"),
                Original.numbers(61, 43),
                "the expression",
                in -> in.each(plane -> plane.map(value -> value * 0.3 + 7)),
                Tolerance.NEAREST);
    }

    private static Comparison clipped() {
        return Comparison.of(
                        op("clip", ""),
                        Original.photograph(Mode.RGB, 60, 44),
                        "luma limited to 16..235, chroma to 16..240",
                        in -> new ExactPicture(
                                in.max(),
                                false,
                                List.of(
                                        in.plane(0).map(value -> Math.clamp(value, 16.0, 235.0)),
                                        in.plane(1).map(value -> Math.clamp(value, 16.0, 240.0)),
                                        in.plane(2).map(value -> Math.clamp(value, 16.0, 240.0)))),
                        Tolerance.NONE)
                .after(op("convert", "'mode':'YV12'"), op("map", "'functions':['v * 1.8 - 60']"));
    }
}
