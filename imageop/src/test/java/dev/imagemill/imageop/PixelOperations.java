package dev.imagemill.imageop;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Every operation of an image that reads or writes pixels, of those that a mode has. */
final class PixelOperations {
    private static final LookupTable BYTES = LookupTable.of(8, v -> 255 - v);
    private static final LookupTable CHARS = LookupTable.of(16, v -> 65_535 - v);

    private final Mode mode;
    private final List<PixelOperation> operations = new ArrayList<>();

    private PixelOperations(Mode mode) {
        this.mode = mode;
    }

    /**
     * An operation by name: it gives an image, a list of images, or null if it changes the image.
     *
     * @param between bytes of the images and weights that it makes on the way
     */
    record PixelOperation(String name, Function<Image, @Nullable Object> work, ToLongFunction<Image> between) {
        @Nullable
        Object apply(Image image) {
            return work.apply(image);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<PixelOperation> of(Mode mode) {
        PixelOperations all = new PixelOperations(mode);
        all.turns();
        all.samples();
        all.colors();
        all.sizes();
        all.filters();
        if (!mode.planar()) {
            all.areas();
        }
        return all.operations;
    }

    private void add(String name, Function<Image, @Nullable Object> work) {
        add(name, work, image -> 0);
    }

    private void add(String name, Function<Image, @Nullable Object> work, ToLongFunction<Image> between) {
        operations.add(new PixelOperation(name, work, between));
    }

    private void turns() {
        add("copy", Image::copy);
        add("rotate90", Image::rotate90);
        add("rotate180", Image::rotate180);
        add("rotate270", Image::rotate270);
        add("flipHorizontal", Image::flipHorizontal);
        add("flipVertical", Image::flipVertical);
        add("transpose", Image::transpose);
        add("transverse", Image::transverse);
        add(
                "crop",
                image -> image.crop(2, 4, image.size().width() - 8, image.size().height() - 6));
        if (!mode.planar() && mode != Mode.L32) {
            boolean deep = mode.bitsPerComponent() > Byte.SIZE;
            int copies = (mode.hasAlpha() ? 1 : 0) + (deep ? 1 : 0);
            add(
                    "rotate(0.01)",
                    image -> image.rotate(0.01, new long[image.components()]),
                    image -> bytes(image) * (copies == 0 && image.segment().isNative() ? 1 : copies));
        }
    }

    private void areas() {
        add("slice reversed", image -> image.slice(Slice.reversed(), Slice.reversed()));
        add("slice of every second", image -> image.slice(Slice.every(2), Slice.every(2)));
        add("slice of every third, backwards", image -> image.slice(Slice.every(-3), Slice.every(-3)));
        add("rows", image -> image.rows(Slice.from(3)));
        // Over itself, so that it is copied before.
        add(
                "assign",
                image -> {
                    image.assign(Slice.reversed(), Slice.all(), image);
                    return null;
                },
                PixelOperations::bytes);
        add("forEachPixel", image -> {
            image.forEachPixel(pixel -> pixel.set(0, pixel.get(0) / 2));
            return null;
        });
    }

    private void samples() {
        ComponentFunction function =
                mode.bitsPerComponent() == 8 ? BYTES : mode.bitsPerComponent() == 16 ? CHARS : v -> v / 2.0;
        ComponentFunction[] functions = new ComponentFunction[mode.components()];
        Arrays.fill(functions, function);
        add(
                "map",
                image -> {
                    image.map(function);
                    return null;
                },
                this::tables);
        add(
                "map of each component",
                image -> {
                    image.map(functions);
                    return null;
                },
                this::tables);
        add("point", image -> image.point(function), this::tables);
        add("point of each component", image -> image.point(functions), this::tables);
        add("clip", image -> {
            image.clip();
            return null;
        });
        add("split", Image::split);
        add("merge", image -> {
            List<Image> components = image.split();
            return List.of(components, Images.merge(mode, components));
        });
        add("filled", image -> Images.filled(mode, image.size(), new long[mode.components()]));
        add("RawBytes", image -> RawBytes.read(mode, image.size(), image.segment(), ByteOrder.BIG_ENDIAN));
    }

    /** In native memory the table of bytes, spread into words, is made anew for every run of 384 KiB. */
    private long tables(Image image) {
        if (mode.bitsPerComponent() != Byte.SIZE || !image.segment().isNative()) {
            return 0;
        }
        long run = 3 << 17;
        long table = 16 + 4 * 256 * Integer.BYTES;
        List<Image> parts = mode.planar() ? image.planes() : List.of(image);
        return parts.stream()
                .mapToLong(part -> Math.ceilDiv(bytes(part), run) * table)
                .sum();
    }

    private void colors() {
        for (Mode target : Mode.all()) {
            add("convert to " + target, image -> image.convert(target));
        }
        add("convert, linear chroma", image -> Images.convert(image, Mode.RGB, ChromaUpsampling.LINEAR));
        add("premultiply", Image::premultiply);
        add("unpremultiply", Image::unpremultiply);
        add("convertAlpha", image -> image.convertAlpha(AlphaMode.STRAIGHT, AlphaMode.NONE));
        add("compositeOver", image -> image.compositeOver(image));
        int colors = mode.components() - (mode.hasAlpha() ? 1 : 0);
        add("flatten", image -> image.flatten(new long[colors]));
        if (mode.family() == ColorFamily.RGB) {
            add("mix", image -> image.mix(0.5, 0.25, 0.25, 0, 1, 0, 0.5, 0, 0.5));
        }
    }

    private void sizes() {
        for (Filter filter : Filter.values()) {
            resize(filter, image -> scaled(image, 1, 2));
        }
        resize(Filter.NEAREST, image -> scaled(image, 5, 4));
        resize(Filter.LANCZOS, image -> scaled(image, 5, 4));
        resize(
                Filter.BICUBIC,
                image -> new ImageSize(image.size().width() / 2, image.size().height()));
        resize(
                Filter.BICUBIC,
                image -> new ImageSize(image.size().width(), image.size().height() / 2));
        add("reduce by 2", image -> image.reduce(2, 2), image -> planes(scaled(image, 1, 2)));
        add("reduce by 4 and 16", image -> image.reduce(4, 16), image -> planes(scaled(image, 1, 4)) / 4);
        add("reduce by 32 and 16", image -> image.reduce(32, 16), image -> planes(scaled(image, 1, 16)) / 2);
    }

    private void filters() {
        add(
                "blur",
                image -> image.blur(2),
                image -> planes(image.size())
                        + gaussian(image.size(), 2)
                        + (mode.planar() ? 2 * gaussian(scaled(image, 1, 2), 1) : 0));
        add(
                "sharpen",
                image -> image.sharpen(2, 0.5, 0.01),
                image -> gaussian(image.size(), 2)
                        + (mode.planar() ? image.size().pixels() : 0));
    }

    private long gaussian(ImageSize size, double sigma) {
        return gaussian(size.width(), sigma) + gaussian(size.height(), sigma);
    }

    private long gaussian(int lines, double sigma) {
        return weights(() -> Weights.of(Gaussian.of(sigma, 0, 1), lines, lines));
    }

    private void resize(Filter filter, Function<Image, ImageSize> target) {
        ImageSize example = target.apply(Images.create(mode, new ImageSize(64, 64)));
        add(
                filter + ", 64 x 64 to " + example.width() + " x " + example.height(),
                image -> image.resize(target.apply(image), filter),
                image -> planes(target.apply(image)) + weights(filter, image.size(), target.apply(image)));
    }

    /** Planes of a result are made one by one before they are put together. */
    private long planes(ImageSize size) {
        return mode.planar() ? mode.length(size) : 0;
    }

    private long weights(Filter filter, ImageSize size, ImageSize target) {
        if (mode.planar()) {
            ImageSize half = scaled(size, 1, 2);
            ImageSize halfTarget = scaled(target, 1, 2);
            return weightsOfPlane(filter, size, target) + 2 * weightsOfPlane(filter, half, halfTarget);
        }
        return weightsOfPlane(filter, size, target);
    }

    private long weightsOfPlane(Filter filter, ImageSize size, ImageSize target) {
        return weights(filter, size.width(), target.width()) + weights(filter, size.height(), target.height());
    }

    private long weights(Filter filter, int lines, int outputs) {
        if (filter == Filter.NEAREST) {
            return (long) outputs * Integer.BYTES;
        }
        if (lines == outputs) {
            return 0;
        }
        return weights(() -> Weights.of(filter, lines, 0, lines, outputs));
    }

    private long weights(Supplier<Weights> making) {
        boolean narrow = mode.bitsPerComponent() == Byte.SIZE;
        return Allocation.of(
                () -> {
                    Weights weights = making.get();
                    if (narrow) {
                        weights.fixedPoint();
                    }
                },
                2);
    }

    private static long bytes(Image image) {
        return image.segment().byteSize();
    }

    private static ImageSize scaled(ImageSize size, int times, int divisor) {
        return new ImageSize(size.width() * times / divisor, size.height() * times / divisor);
    }

    private static ImageSize scaled(Image image, int times, int divisor) {
        return scaled(image.size(), times, divisor);
    }
}
