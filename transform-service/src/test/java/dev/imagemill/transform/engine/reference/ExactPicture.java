package dev.imagemill.transform.engine.reference;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Mode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A picture as plain numbers, a plane for each component, which nothing rounds.
 *
 * @param max what a component is at most; its least is 0
 * @param alpha whether the last plane is alpha, which says how much of the others shows
 * @param planes in the order of the mode's components
 */
record ExactPicture(double max, boolean alpha, List<Plane> planes) {
    ExactPicture {
        planes = List.copyOf(planes);
    }

    /** The pixels of an image that has no chroma of its own size. */
    static ExactPicture of(Image image) {
        Mode mode = image.mode();
        ImageSize size = image.size();
        return new ExactPicture(
                mode.maxValue(),
                mode.hasAlpha(),
                IntStream.range(0, mode.components())
                        .mapToObj(c -> Plane.of(size.width(), size.height(), (x, y) -> image.component(x, y, c)))
                        .toList());
    }

    /** The samples of a file of format {@code raw}, as the documentation of the format and its media type says. */
    static ExactPicture ofRaw(byte[] samples, String mediaType) {
        Mode mode = Mode.parse(parameter(mediaType, "mode"));
        int width = Integer.parseInt(parameter(mediaType, "width"));
        int height = Integer.parseInt(parameter(mediaType, "height"));
        ByteBuffer file = ByteBuffer.wrap(samples).order(ByteOrder.LITTLE_ENDIAN);
        List<Plane> planes = new ArrayList<>();
        int luma = width * height;
        for (int c = 0; c < mode.components(); c++) {
            int component = c;
            planes.add(
                    !mode.planar()
                            ? Plane.of(
                                    width,
                                    height,
                                    (x, y) -> sample(file, (y * width + x) * mode.components() + component, mode))
                            : c == 0
                                    ? Plane.of(width, height, (x, y) -> sample(file, y * width + x, mode))
                                    : Plane.of(
                                            width / 2,
                                            height / 2,
                                            (x, y) -> sample(
                                                    file,
                                                    luma + (component - 1) * luma / 4 + y * (width / 2) + x,
                                                    mode)));
        }
        return new ExactPicture(mode.maxValue(), mode.hasAlpha(), planes);
    }

    private static String parameter(String mediaType, String name) {
        return Arrays.stream(mediaType.split(";"))
                .filter(part -> part.startsWith(name + "="))
                .map(part -> part.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    private static double sample(ByteBuffer file, int index, Mode mode) {
        return switch (mode.bytesPerComponent()) {
            case 1 -> Byte.toUnsignedInt(file.get(index));
            case 2 -> Short.toUnsignedInt(file.getShort(2 * index));
            default -> Integer.toUnsignedLong(file.getInt(4 * index));
        };
    }

    /** Several frames as one picture, to be compared all at once. */
    static ExactPicture ofFrames(List<ExactPicture> frames) {
        ExactPicture first = frames.getFirst();
        return new ExactPicture(
                first.max,
                first.alpha,
                frames.stream().flatMap(frame -> frame.planes.stream()).toList());
    }

    int width() {
        return planes.getFirst().width();
    }

    int height() {
        return planes.getFirst().height();
    }

    Plane plane(int index) {
        return planes.get(index);
    }

    /** All planes but alpha. */
    List<Plane> colours() {
        return alpha ? planes.subList(0, planes.size() - 1) : planes;
    }

    /** How much of each pixel shows, 0 to 1. */
    Plane opacity() {
        return alpha ? planes.getLast().map(value -> value / max) : Plane.of(width(), height(), (x, y) -> 1);
    }

    /** Every plane by itself. */
    ExactPicture each(UnaryOperator<Plane> function) {
        return new ExactPicture(max, alpha, planes.stream().map(function).toList());
    }

    /** Every plane but alpha by itself. */
    ExactPicture eachColour(UnaryOperator<Plane> function) {
        return withColours(colours().stream().map(function).toList());
    }

    ExactPicture withColours(List<Plane> colours) {
        return alpha
                ? new ExactPicture(
                        max,
                        true,
                        Stream.concat(colours.stream(), Stream.of(planes.getLast()))
                                .toList())
                : new ExactPicture(max, false, colours);
    }

    /** The same with alpha of one value. */
    ExactPicture withAlpha(double value) {
        Plane even = Plane.of(width(), height(), (x, y) -> value);
        return new ExactPicture(
                max, true, Stream.concat(colours().stream(), Stream.of(even)).toList());
    }

    /** Every plane by itself, each colour weighing as much as it shows. */
    ExactPicture eachByWeight(UnaryOperator<Plane> function) {
        return alpha ? asShown().each(function).uncovered() : each(function);
    }

    /** Colours multiplied by how much of them shows. */
    ExactPicture asShown() {
        Plane opacity = opacity();
        return alpha ? eachColour(colour -> colour.with(opacity, (value, part) -> value * part)) : this;
    }

    /** Colours divided by how much of them shows; 0 where nothing does. */
    ExactPicture uncovered() {
        Plane opacity = opacity();
        return eachColour(colour -> colour.with(opacity, (value, part) -> part <= 0 ? 0 : value / part));
    }

    /** What is out of range brought to its nearest end. */
    ExactPicture limited() {
        return each(plane -> plane.map(value -> Math.clamp(value, 0.0, max)));
    }

    /** Values rounded to the nearest integer, halves up. */
    ExactPicture rounded() {
        return each(plane -> plane.map(value -> Math.floor(value + 0.5)));
    }
}
