package dev.imagemill.transform.engine.reference;

import static dev.imagemill.transform.engine.reference.Comparison.op;

import dev.imagemill.codec.ColorProfile;
import dev.imagemill.imageop.Mode;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Colour spaces: by the formulas of their standards, and ink by Java's own colour management. */
final class ColourReferences {
    private static final String DIGEST = "ab".repeat(32);
    private static final RgbSpace SRGB = RgbSpace.of(ColorProfile.Space.SRGB.profile());
    private static final RgbSpace DISPLAY_P3 = RgbSpace.of(ColorProfile.Space.DISPLAY_P3.profile());
    private static final Tolerance NEAR = Tolerance.of(1, "Little CMS and libvips round on the way");
    private static final Tolerance DEEP = Tolerance.of(
            200,
            "16 bits by way of Lab in Little CMS; 200 of 65535 is less than one of 255, and most where it is dark");

    private ColourReferences() {}

    static List<Comparison> all() {
        List<Comparison> all = new ArrayList<>();
        for (Mode mode : List.of(Mode.RGB, Mode.RGBA, Mode.RGB48, Mode.RGBA64)) {
            all.add(colorspace(
                    "display-p3",
                    Original.photograph(mode, 61, 43),
                    "curves and primaries of both profiles, by ICC.1:2010",
                    in -> between(SRGB, DISPLAY_P3, in)));
            all.add(colorspace(
                    "srgb",
                    Original.displayP3(mode, 61, 43),
                    "the same the other way, limited to what sRGB shows",
                    in -> between(DISPLAY_P3, SRGB, in)));
            all.add(colorspace(
                    "grey",
                    Original.photograph(mode, 61, 43),
                    "0.2126 R + 0.7152 G + 0.0722 B of linear light, with the curve of sRGB",
                    ColourReferences::lightness));
            all.add(Comparison.of(
                    op("colorspace", "'to':'keep'"),
                    Original.displayP3(mode, 61, 43),
                    "the values that are stored",
                    UnaryOperator.identity(),
                    Tolerance.NONE));
        }
        for (Mode mode : List.of(Mode.RGB, Mode.RGB48)) {
            all.add(colorspace(
                    "cmyk",
                    Original.photograph(mode, 61, 43),
                    "java.awt.color with the same profile",
                    ColourReferences::ink));
            all.add(Comparison.of(
                    op("colorspace", "'to':'cmyk','profile':'" + DIGEST + "'"),
                    Original.photograph(mode == Mode.RGB ? Mode.L : Mode.L16, 61, 43),
                    "1 - L* / 100.39 of CIE 15 as black, which is what the profile says: its L* ends at 0xffff, which is 100.39",
                    ColourReferences::blackOfLightness,
                    mode == Mode.RGB ? NEAR : DEEP));
        }
        return all;
    }

    private static Comparison colorspace(
            String to, Original original, String reference, UnaryOperator<ExactPicture> definition) {
        return Comparison.of(
                op("colorspace", "'to':'" + to + "'"), original, reference, definition, tolerance(original, to));
    }

    private static Tolerance tolerance(Original original, String to) {
        return original.picture().max() > 255 && !to.equals("grey") ? DEEP : NEAR;
    }

    private static ExactPicture between(RgbSpace from, RgbSpace to, ExactPicture in) {
        return pixels(
                in,
                3,
                rgb -> to.fromXyz(from.toXyz(each(rgb, from::light))).stream()
                        .map(to::value)
                        .toList());
    }

    private static ExactPicture lightness(ExactPicture in) {
        return pixels(in, 1, rgb -> {
            List<Double> light = each(rgb, ColourReferences::linear);
            return List.of(encoded(0.2126 * light.get(0) + 0.7152 * light.get(1) + 0.0722 * light.get(2)));
        });
    }

    private static List<Double> each(List<Double> values, DoubleUnaryOperator function) {
        return values.stream().map(function::applyAsDouble).toList();
    }

    private static ExactPicture ink(ExactPicture in) {
        ICC_ColorSpace space = new ICC_ColorSpace(
                ICC_Profile.getInstance(ColorProfile.Space.CMYK.profile().toArray()));
        return pixels(in, 4, rgb -> {
            float[] inks = space.fromRGB(new float[] {
                rgb.get(0).floatValue(), rgb.get(1).floatValue(), rgb.get(2).floatValue()
            });
            return IntStream.range(0, inks.length)
                    .mapToObj(i -> (double) inks[i])
                    .toList();
        });
    }

    private static ExactPicture blackOfLightness(ExactPicture in) {
        Plane none = in.plane(0).map(value -> 0);
        Plane black = in.plane(0).map(value -> {
            double light = linear(value / in.max());
            double lightness = light <= 216.0 / 24_389 ? light * 24_389 / 27 : 116 * StrictMath.cbrt(light) - 16;
            return in.max() * (1 - lightness / 100 * 0xff00 / 0xffff);
        });
        return new ExactPicture(in.max(), false, List.of(none, none, none, black));
    }

    /** Every pixel's colour, from 0 to 1, as another one; alpha stays. */
    private static ExactPicture pixels(ExactPicture in, int components, UnaryOperator<List<Double>> function) {
        return in.withColours(IntStream.range(0, components)
                .mapToObj(c -> Plane.of(
                        in.width(),
                        in.height(),
                        (x, y) -> function.apply(in.colours().stream()
                                                .map(plane -> plane.at(x, y) / in.max())
                                                .toList())
                                        .get(c)
                                * in.max()))
                .toList());
    }

    /** IEC 61966-2-1. */
    private static double linear(double value) {
        return value <= 0.04045 ? value / 12.92 : StrictMath.pow((value + 0.055) / 1.055, 2.4);
    }

    private static double encoded(double light) {
        return light <= 0.0031308 ? 12.92 * light : 1.055 * StrictMath.pow(light, 1 / 2.4) - 0.055;
    }
}
