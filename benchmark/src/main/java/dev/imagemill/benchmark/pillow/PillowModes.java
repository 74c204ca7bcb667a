package dev.imagemill.benchmark.pillow;

import dev.imagemill.imageop.Mode;
import dev.imagemill.imageop.pillow.ConvertOptions;
import dev.imagemill.imageop.pillow.Dither;
import dev.imagemill.imageop.pillow.PillowImage;
import dev.imagemill.imageop.pillow.PillowMode;
import dev.imagemill.imageop.pillow.QuantizeOptions;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Conversions from and to the modes that Pillow has and PEP 368 has not, wherever Pillow has them. */
final class PillowModes {
    private static final List<Mode> COLORS = List.of(Mode.L, Mode.LA, Mode.RGB, Mode.RGBA, Mode.CMYK);

    private static final String GROUP = "Conversion, Pillow's own modes";

    private PillowModes() {}

    static Stream<Operation> all() {
        return Stream.of(to(), from(), between(), choices()).flatMap(operations -> operations);
    }

    private static Stream<Operation> to() {
        return COLORS.stream()
                .flatMap(from -> PillowMode.all().stream()
                        .filter(to -> to != PillowMode.LAB || onlyLab(from))
                        .map(to -> conversion(from.name(), to.pilName(), picture -> {
                            var image = picture.image();
                            return () -> PillowImage.from(image, to);
                        })));
    }

    private static Stream<Operation> from() {
        return PillowMode.all().stream()
                .flatMap(from -> COLORS.stream()
                        .filter(to -> from != PillowMode.LAB || onlyLab(to))
                        .map(to -> conversion(from.pilName(), to.name(), picture -> {
                            var image = picture.pillowImage();
                            return () -> image.toImage(to);
                        })));
    }

    private static Stream<Operation> between() {
        List<PillowMode> free =
                PillowMode.all().stream().filter(mode -> mode != PillowMode.LAB).toList();
        return free.stream()
                .flatMap(from -> free.stream()
                        .filter(to -> to != from)
                        .map(to -> conversion(from.pilName(), to.pilName(), picture -> {
                            var image = picture.pillowImage();
                            return () -> image.convert(to);
                        })));
    }

    /** Pillow goes to and from LAB over RGB with or without alpha only. */
    private static boolean onlyLab(Mode mode) {
        return mode == Mode.RGB || mode == Mode.RGBA;
    }

    /** Conversions with other than the default options, as those to mode 1 and P have them. */
    private static Stream<Operation> choices() {
        return Stream.of(
                plain("1", "L", PillowMode.BILEVEL),
                plain("1", "RGB", PillowMode.BILEVEL),
                plain("P", "RGB", PillowMode.PALETTE),
                choice(
                        "to P, adaptive",
                        "RGB",
                        picture -> {
                            var image = picture.image();
                            return () -> PillowImage.from(image, PillowMode.PALETTE, ConvertOptions.adaptive(256));
                        },
                        "im.convert('P', palette=Image.Palette.ADAPTIVE)"),
                choice(
                        "quantize to 64",
                        "RGBA",
                        picture -> {
                            var image = picture.image();
                            return () -> PillowImage.quantize(image, QuantizeOptions.of(64));
                        },
                        "im.quantize(64)"));
    }

    private static Operation plain(String to, String from, PillowMode mode) {
        return choice(
                "to " + to + ", no dither",
                from,
                picture -> {
                    var image = picture.image();
                    return () -> PillowImage.from(image, mode, ConvertOptions.of(Dither.NONE));
                },
                "im.convert('" + to + "', dither=Image.Dither.NONE)");
    }

    private static Operation choice(String name, String from, Function<Picture, Work> ours, String theirs) {
        return Operation.of(GROUP, name, from, ours, theirs);
    }

    /** LAB is interpolated among nodes of a formula's here and of a colour profile's there, and differs by 1 now and then. */
    private static Operation conversion(String from, String to, Function<Picture, Work> ours) {
        Operation operation = Operation.of(GROUP, "to " + to, from, ours, "im.convert('" + to + "')");
        String lab = PillowMode.LAB.pilName();
        return from.equals(lab) || to.equals(lab) ? operation.inexact() : operation;
    }
}
