package dev.imagemill.benchmark.pillow;

import dev.imagemill.imageop.Filter;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.LookupTable;
import dev.imagemill.imageop.Mode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** All operations that are compared: ours on the left, Pillow's on the right. */
final class Catalogue {
    private static final List<String> COLORS = List.of("L", "LA", "RGB", "RGBA", "CMYK");
    private static final String YV12 = "YV12";
    private static final List<String> SHAPES = List.of("L", "LA", "RGB", "RGBA");
    private static final List<String> SEVERAL = List.of("LA", "RGB", "RGBA", "CMYK");
    private static final List<String> PHOTOGRAPHS = List.of("L", "RGB", "RGBA");
    private static final List<Integer> FACTORS = List.of(2, 3, 4, 8);
    private static final List<Integer> DIVISORS = List.of(2, 4, 8);

    private static final LookupTable DARKER = LookupTable.of(Byte.SIZE, value -> Math.floorDiv(value * value, 255));

    private Catalogue() {}

    static List<Operation> all() {
        return Stream.of(
                        copies(),
                        conversions(),
                        turns(),
                        crops(),
                        components(),
                        tables(),
                        clips(),
                        reductions(),
                        resizes(),
                        thumbnails(),
                        PillowModes.all())
                .flatMap(operations -> operations)
                .toList();
    }

    private static Stream<Operation> copies() {
        return Stream.concat(
                COLORS.stream().map(mode -> Operation.copy(mode, "im.copy()")), Stream.of(Operation.copy(YV12, null)));
    }

    private static Stream<Operation> conversions() {
        return COLORS.stream()
                .flatMap(from -> COLORS.stream()
                        .filter(to -> !to.equals(from))
                        .map(to -> conversion(from, to, image -> image.convert(Mode.parse(to)))));
    }

    private static Operation conversion(String from, String to, Function<Image, Object> ours) {
        return Operation.onImage("Conversion", "to " + to, from, ours, "im.convert('" + to + "')");
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
        return Operation.onImage("Turn", name, mode, ours, "im.transpose(Image.Transpose." + theirs + ")");
    }

    /** Three quarters of the width and two thirds of the height, from the middle: half the area. */
    private static Stream<Operation> crops() {
        String box =
                "(im.width // 8, im.height // 6, im.width // 8 + im.width * 3 // 4, im.height // 6 + im.height * 2 // 3)";
        return SHAPES.stream()
                .map(mode -> Operation.onImage("Crop", "crop to half", mode, Catalogue::crop, "im.crop(" + box + ")")
                        .comparedWithCopy());
    }

    private static Image crop(Image image) {
        int width = image.size().width();
        int height = image.size().height();
        return image.crop(width / 8, height / 6, width * 3 / 4, height * 2 / 3);
    }

    private static Stream<Operation> components() {
        return SEVERAL.stream()
                .flatMap(mode -> Stream.of(
                        Operation.onImage("Split and merge", "split", mode, Image::split, "im.split()")
                                .comparedWithCopy(),
                        Operation.of("Split and merge", "merge", mode, Catalogue::merge, "Image.merge(im.mode, bands)")
                                .given("bands = im.split()")));
    }

    private static Work merge(Picture picture) {
        List<Image> components = picture.image().split();
        return () -> Images.merge(Mode.parse(picture.mode()), components);
    }

    /** A table that darkens: once into a new image, as Pillow does it, and once in place, over pixels that get darker and darker. */
    private static Stream<Operation> tables() {
        String given = "table = [v * v // 255 for v in range(256)] * len(im.getbands())";
        return COLORS.stream()
                .flatMap(mode -> Stream.of(
                        Operation.onImage("Table", "point", mode, image -> image.point(DARKER), "im.point(table)")
                                .given(given),
                        Operation.of("Table", "map in place", mode, Catalogue::map, "im.point(table)")
                                .given(given)
                                .comparedWithCopy()));
    }

    private static Work map(Picture picture) {
        return new Work.InPlace(picture.image().copy(), image -> image.map(DARKER));
    }

    private static Stream<Operation> clips() {
        return Stream.of(Operation.of("Clip", "clip in place", YV12, Catalogue::clip, null)
                .comparedWithCopy());
    }

    private static Work clip(Picture picture) {
        return new Work.InPlace(picture.image().copy(), Image::clip);
    }

    private static Stream<Operation> reductions() {
        return SHAPES.stream()
                .flatMap(mode -> FACTORS.stream()
                        .map(factor -> Operation.onImage(
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
        return Operation.onImage(
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
                .map(mode -> Operation.onImage(
                        "Thumbnail",
                        "thumbnail of 256",
                        mode,
                        image -> image.thumbnail(bounds),
                        "thumbnail(im, (256, 256))"));
    }
}
