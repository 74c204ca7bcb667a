package dev.imagemill.benchmark.pillow;

import dev.imagemill.imageop.Filter;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Mode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** All operations that are compared: ours on the left, Pillow's on the right. */
final class Catalogue {
    private static final List<String> COLORS = List.of("L", "LA", "RGB", "RGBA", "CMYK");
    private static final List<String> SHAPES = List.of("L", "LA", "RGB", "RGBA");
    private static final List<String> PHOTOGRAPHS = List.of("L", "RGB", "RGBA");
    private static final List<Integer> FACTORS = List.of(2, 3, 4, 8);
    private static final List<Integer> DIVISORS = List.of(2, 4, 8);

    private Catalogue() {}

    static List<Operation> all() {
        return Stream.of(copies(), conversions(), turns(), crops(), reductions(), resizes(), thumbnails())
                .flatMap(operations -> operations)
                .toList();
    }

    private static Stream<Operation> copies() {
        return COLORS.stream().map(Operation::copy);
    }

    private static Stream<Operation> conversions() {
        return COLORS.stream()
                .flatMap(from -> COLORS.stream()
                        .filter(to -> !to.equals(from))
                        .map(to -> conversion(from, to, image -> image.convert(Mode.parse(to)))));
    }

    private static Operation conversion(String from, String to, Function<Image, Object> ours) {
        return Operation.of("Conversion", "to " + to, from, ours, "im.convert('" + to + "')");
    }

    private static Stream<Operation> turns() {
        return SHAPES.stream()
                .flatMap(mode -> Stream.of(
                        turn("rotate90", mode, Image::rotate90, "ROTATE_90"),
                        turn("rotate180", mode, Image::rotate180, "ROTATE_180").comparedWithCopy(),
                        turn("rotate270", mode, Image::rotate270, "ROTATE_270"),
                        turn("flipHorizontal", mode, Image::flipHorizontal, "FLIP_LEFT_RIGHT"),
                        turn("flipVertical", mode, Image::flipVertical, "FLIP_TOP_BOTTOM"),
                        turn("transpose", mode, Image::transpose, "TRANSPOSE"),
                        turn("transverse", mode, Image::transverse, "TRANSVERSE")));
    }

    private static Operation turn(String name, String mode, Function<Image, Object> ours, String theirs) {
        return Operation.of("Turn", name, mode, ours, "im.transpose(Image.Transpose." + theirs + ")");
    }

    /** Three quarters of the width and two thirds of the height, from the middle: half the area. */
    private static Stream<Operation> crops() {
        String box =
                "(im.width // 8, im.height // 6, im.width // 8 + im.width * 3 // 4, im.height // 6 + im.height * 2 // 3)";
        return SHAPES.stream()
                .map(mode -> Operation.of("Crop", "crop to half", mode, Catalogue::crop, "im.crop(" + box + ")")
                        .comparedWithCopy());
    }

    private static Image crop(Image image) {
        int width = image.size().width();
        int height = image.size().height();
        return image.crop(width / 8, height / 6, width * 3 / 4, height * 2 / 3);
    }

    private static Stream<Operation> reductions() {
        return SHAPES.stream()
                .flatMap(mode -> FACTORS.stream()
                        .map(factor -> Operation.of(
                                "Reduce",
                                "reduce by " + factor,
                                mode,
                                image -> image.reduce(factor, factor),
                                "im.reduce(" + factor + ")")));
    }

    private static Stream<Operation> resizes() {
        return PHOTOGRAPHS.stream()
                .flatMap(mode -> Stream.of(Filter.values())
                        .flatMap(filter -> Stream.concat(
                                DIVISORS.stream().map(divisor -> resize(mode, filter, 1, divisor)),
                                Stream.of(resize(mode, filter, 2, 1)))));
    }

    private static Operation resize(String mode, Filter filter, int times, int divisor) {
        String size = "(im.width * %d // %d, im.height * %d // %d)".formatted(times, divisor, times, divisor);
        return Operation.of(
                "Resize",
                filter + (divisor == 1 ? " up by " + times : " to 1/" + divisor),
                mode,
                image -> image.resize(scaled(image.size(), times, divisor), filter),
                "im.resize(" + size + ", Image.Resampling." + filter + ")");
    }

    private static ImageSize scaled(ImageSize size, int times, int divisor) {
        return new ImageSize(size.width() * times / divisor, size.height() * times / divisor);
    }

    private static Stream<Operation> thumbnails() {
        ImageSize bounds = new ImageSize(256, 256);
        return PHOTOGRAPHS.stream()
                .map(mode -> Operation.of(
                        "Thumbnail",
                        "thumbnail of 256",
                        mode,
                        image -> image.thumbnail(bounds),
                        "thumbnail(im, (256, 256))"));
    }
}
