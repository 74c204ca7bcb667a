package dev.imagemill.transform.engine.reference;

import static dev.imagemill.transform.engine.reference.Comparison.op;

import dev.imagemill.imageop.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Conversion between modes: what a mode's numbers mean as light from 0 to 1, and what light is in another mode's numbers.
 *
 * <p>Grey is luma of ITU-R BT.601. Planes are its Y, Cr and Cb with levels of 16 to 235 and 240, or those of JFIF 1.02 with all levels; chroma is
 * the average of 2 x 2 pixels, and repeated for them on the way back. Ink is what light is missing.
 */
final class ModeReferences {
    private static final Tolerance TWICE =
            Tolerance.of(0.51, "rounded to 16 bits first, or weights are multiples of 1/65536");

    private ModeReferences() {}

    static List<Comparison> all() {
        List<Comparison> all = new ArrayList<>();
        for (Mode to : Mode.all()) {
            all.add(converted(Original.photograph(Mode.RGB, 60, 44), Mode.RGB, to));
            all.add(converted(Original.photograph(Mode.RGBA64, 60, 44), Mode.RGBA64, to));
            all.add(converted(Original.photograph(Mode.L16, 60, 44), Mode.L16, to));
        }
        for (Mode to : List.of(Mode.L, Mode.L16, Mode.LA32, Mode.RGB48, Mode.JPEG_YV12)) {
            all.add(converted(Original.numbers(60, 44), Mode.L32, to));
        }
        for (Mode to : List.of(Mode.L, Mode.L32, Mode.RGBA, Mode.RGB48, Mode.CMYK)) {
            all.add(converted(Original.photograph(Mode.LA, 60, 44), Mode.LA, to));
        }
        String inks = op("map", "'functions':['v','v * 0.8','max - v * 0.9','v * 0.4']");
        for (Mode to : List.of(Mode.RGB, Mode.L, Mode.LA32, Mode.CMYK64, Mode.JPEG_YV12)) {
            all.add(converted(Original.photograph(Mode.RGB, 60, 44), Mode.CMYK, to)
                    .after(op("convert", "'mode':'CMYK'"), inks));
        }
        for (Mode planes : List.of(Mode.YV12, Mode.JPEG_YV12)) {
            Mode other = planes == Mode.YV12 ? Mode.JPEG_YV12 : Mode.YV12;
            for (Mode to : List.of(Mode.RGB, Mode.RGB48, Mode.L, Mode.L16, Mode.CMYK, other)) {
                all.add(converted(Original.photograph(Mode.RGB, 60, 44), planes, to)
                        .after(op("convert", "'mode':'" + planes + "'")));
            }
        }
        return all;
    }

    private static Comparison converted(Original original, Mode from, Mode to) {
        return Comparison.of(
                op("convert", "'mode':'" + to + "'"),
                original,
                reference(from, to),
                in -> convert(in, from, to),
                tolerance(from, to));
    }

    private static String reference(Mode from, Mode to) {
        if (from.planar() && to.planar()) {
            return "levels of one stretched to those of the other";
        }
        if (to.planar()) {
            return to == Mode.YV12 ? "BT.601's Y, Cr and Cb" : "JFIF's Y, Cr and Cb";
        }
        if (from.planar()) {
            return grey(to) ? "Y" : from == Mode.YV12 ? "BT.601 the other way" : "JFIF the other way";
        }
        if (ink(from)) {
            return ink(to) ? "max to max" : "(1 - ink) (1 - black)" + (grey(to) ? ", and luma of it" : "");
        }
        if (ink(to)) {
            return grey(from) ? "1 - grey as black" : "1 - light as ink, no black";
        }
        return grey(to) && !grey(from) ? "luma, 0.299 R + 0.587 G + 0.114 B" : "max to max";
    }

    private static Tolerance tolerance(Mode from, Mode to) {
        if (from == to) {
            return Tolerance.NONE;
        }
        boolean toLuma = grey(to) && !grey(from) && !from.planar();
        if (to == Mode.L32 && toLuma) {
            return Tolerance.of(0.9 * 65_537, "luma is worked out in 16 bits");
        }
        if (to.planar() && !from.planar() && !grey(from)) {
            return from.bitsPerComponent() == Byte.SIZE
                    ? Tolerance.of(
                            to == Mode.YV12 ? 1.25 : 1,
                            "whole-number weights, of " + (to == Mode.YV12 ? "1/256" : "1/65536")
                                    + "; chroma is rounded for each pixel and for four")
                    : TWICE;
        }
        if (from.planar() && !to.planar() && !grey(to)) {
            return Tolerance.of(0.8, "whole-number weights, and green is the sum of three parts");
        }
        if (toLuma) {
            return to.bitsPerComponent() == Byte.SIZE
                    ? TWICE
                    : Tolerance.of(0.9, "weights of luma are multiples of 1/65536");
        }
        return Tolerance.NEAREST;
    }

    private static boolean grey(Mode mode) {
        return switch (mode) {
            case L, L16, L32, LA, LA32 -> true;
            case RGB, RGB48, RGBA, RGBA64, YV12, JPEG_YV12, CMYK, CMYK64 -> false;
        };
    }

    private static boolean ink(Mode mode) {
        return mode == Mode.CMYK || mode == Mode.CMYK64;
    }

    /** Light from 0 to 1: of one plane if it is grey, else of three. */
    private static ExactPicture convert(ExactPicture in, Mode from, Mode to) {
        if (from == to) {
            return in;
        }
        if (from.planar() && to.planar()) {
            return relevelled(in, from, to).limited();
        }
        List<Plane> light = from.planar() && grey(to) ? List.of(yLight(in, from)) : light(in, from);
        return inMode(light, in.opacity(), to).limited();
    }

    private static List<Plane> light(ExactPicture in, Mode mode) {
        if (mode.planar()) {
            return lightOfPlanes(in, mode);
        }
        if (ink(mode)) {
            Plane black = in.plane(3);
            return in.planes().subList(0, 3).stream()
                    .map(ink -> ink.with(black, (c, k) -> (1 - c / in.max()) * (1 - k / in.max())))
                    .toList();
        }
        return in.colours().stream()
                .map(plane -> plane.map(value -> value / in.max()))
                .toList();
    }

    private static ExactPicture inMode(List<Plane> light, Plane opacity, Mode mode) {
        double max = mode.maxValue();
        if (mode.planar()) {
            return planes(light, mode);
        }
        if (ink(mode)) {
            return new ExactPicture(max, false, scaled(inks(light), max));
        }
        List<Plane> colours = grey(mode)
                ? List.of(ToneReferences.luma(light))
                : light.size() == 1 ? List.of(light.get(0), light.get(0), light.get(0)) : light;
        List<Plane> all = mode.hasAlpha()
                ? Stream.concat(colours.stream(), Stream.of(opacity)).toList()
                : colours;
        return new ExactPicture(max, mode.hasAlpha(), scaled(all, max));
    }

    private static List<Plane> scaled(List<Plane> planes, double max) {
        return planes.stream().map(plane -> plane.map(value -> value * max)).toList();
    }

    private static List<Plane> inks(List<Plane> light) {
        Plane none = light.getFirst().map(value -> 0);
        if (light.size() == 1) {
            return List.of(none, none, none, light.getFirst().map(value -> 1 - value));
        }
        return Stream.concat(light.stream().map(plane -> plane.map(value -> 1 - value)), Stream.of(none))
                .toList();
    }

    /** The range of Y, from its black, and that of chroma around 128. */
    private record Levels(double black, double luma, double chroma) {
        static Levels of(Mode mode) {
            return mode == Mode.YV12 ? new Levels(16, 219, 224) : new Levels(0, 255, 255);
        }
    }

    private static ExactPicture planes(List<Plane> light, Mode mode) {
        Levels levels = Levels.of(mode);
        Plane y = ToneReferences.luma(light);
        // Red and blue reach from -1/2 to 1/2 when luma is taken away and the rest divided by twice what is left of 1.
        Plane red = light.getFirst().with(y, (r, luma) -> (r - luma) / (2 * (1 - 0.299)));
        Plane blue = light.getLast().with(y, (b, luma) -> (b - luma) / (2 * (1 - 0.114)));
        return new ExactPicture(
                255,
                false,
                List.of(
                        y.map(value -> levels.black + levels.luma * value),
                        halved(red).map(value -> 128 + levels.chroma * value),
                        halved(blue).map(value -> 128 + levels.chroma * value)));
    }

    private static Plane halved(Plane in) {
        return Plane.of(
                in.width() / 2,
                in.height() / 2,
                (x, y) -> (in.at(2 * x, 2 * y)
                                + in.at(2 * x + 1, 2 * y)
                                + in.at(2 * x, 2 * y + 1)
                                + in.at(2 * x + 1, 2 * y + 1))
                        / 4);
    }

    private static Plane yLight(ExactPicture in, Mode mode) {
        Levels levels = Levels.of(mode);
        return in.plane(0).map(value -> Math.clamp((value - levels.black) / levels.luma, 0.0, 1.0));
    }

    private static List<Plane> lightOfPlanes(ExactPicture in, Mode mode) {
        Levels levels = Levels.of(mode);
        Plane luma = in.plane(0).map(value -> (value - levels.black) / levels.luma);
        Plane red = doubled(in.plane(1)).map(value -> (value - 128) / levels.chroma * 2 * (1 - 0.299));
        Plane blue = doubled(in.plane(2)).map(value -> (value - 128) / levels.chroma * 2 * (1 - 0.114));
        Plane green = red.with(blue, (r, b) -> -(0.299 * r + 0.114 * b) / 0.587);
        return Stream.of(red, green, blue)
                .map(plane -> plane.with(luma, Double::sum).map(value -> Math.clamp(value, 0.0, 1.0)))
                .toList();
    }

    private static Plane doubled(Plane in) {
        return Plane.of(2 * in.width(), 2 * in.height(), (x, y) -> in.at(x / 2, y / 2));
    }

    private static ExactPicture relevelled(ExactPicture in, Mode from, Mode to) {
        Levels old = Levels.of(from);
        Levels levels = Levels.of(to);
        Plane y = in.plane(0).map(value -> levels.black + (value - old.black) / old.luma * levels.luma);
        return new ExactPicture(
                255,
                false,
                List.of(
                        y,
                        in.plane(1).map(value -> 128 + (value - 128) / old.chroma * levels.chroma),
                        in.plane(2).map(value -> 128 + (value - 128) / old.chroma * levels.chroma)));
    }
}
