package dev.imagemill.imageop;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * An image that is complete once it has a mode, a size, a buffer and an info map: everything else stands on these four.
 *
 * <p>For a caller's own image type; PEP 368 calls it {@code ImageMixin}.
 */
public abstract class AbstractImage implements Image {
    /** For subclasses. */
    protected AbstractImage() {}

    @Override
    public MemorySegment segment() {
        return MemorySegment.ofBuffer(buffer().duplicate().clear());
    }

    @Override
    public long component(int x, int y, int component) {
        long offset = offset(x, y, component);
        MemorySegment segment = segment();
        return switch (mode().bytesPerComponent()) {
            case 1 -> Byte.toUnsignedLong(segment.get(JAVA_BYTE, offset));
            case 2 -> Short.toUnsignedLong(segment.get(JAVA_SHORT_UNALIGNED, offset));
            default -> Integer.toUnsignedLong(segment.get(JAVA_INT_UNALIGNED, offset));
        };
    }

    @Override
    public void setComponent(int x, int y, int component, long value) {
        long offset = offset(x, y, component);
        Fill.checkValue(mode(), value);
        MemorySegment segment = segment();
        Runs.checkWritable(segment);
        switch (mode().bytesPerComponent()) {
            case 1 -> segment.set(JAVA_BYTE, offset, (byte) value);
            case 2 -> segment.set(JAVA_SHORT_UNALIGNED, offset, (short) value);
            default -> segment.set(JAVA_INT_UNALIGNED, offset, (int) value);
        }
    }

    private long offset(int x, int y, int component) {
        int pixel = mode().bytesPerPixel();
        Objects.checkIndex(x, size().width());
        Objects.checkIndex(y, size().height());
        Objects.checkIndex(component, mode().components());
        return ((long) y * size().width() + x) * pixel + (long) component * mode().bytesPerComponent();
    }

    @Override
    public Image plane(String name) {
        return inPlanes().plane(mode().componentIndex(name));
    }

    @Override
    public List<Image> planes() {
        SegmentImage image = inPlanes();
        return List.of(image.plane(0), image.plane(1), image.plane(2));
    }

    private SegmentImage inPlanes() {
        if (!mode().planar()) {
            throw new UnsupportedOperationException(
                    "mode " + mode() + " has no planes; its components lie side by side");
        }
        return SegmentImage.over(this);
    }

    @Override
    public Line line(int y) {
        return new Line(interleaved(), Objects.checkIndex(y, lineCount()));
    }

    @Override
    public Line lineAt(int y) {
        return new Line(interleaved(), Selection.position(y, lineCount(), "y"));
    }

    @Override
    public Iterator<Line> iterator() {
        SegmentImage image = interleaved();
        return IntStream.range(0, lineCount()).mapToObj(y -> new Line(image, y)).iterator();
    }

    @Override
    public Pixel pixel(int x, int y) {
        return line(y).pixel(x);
    }

    @Override
    public Pixel pixelAt(int x, int y) {
        return lineAt(y).pixelAt(x);
    }

    @Override
    public Pixels pixels() {
        return new Pixels(interleaved(), 0, size().pixels());
    }

    @Override
    public void forEachPixel(Consumer<? super Pixel> action) {
        pixels().visit(action);
    }

    @Override
    public Image slice(Slice xs, Slice ys) {
        return Slicing.slice(interleaved(), xs, ys);
    }

    @Override
    public void assign(Slice xs, Slice ys, ImageSource source) {
        Assigning.assign(interleaved(), xs, ys, SegmentImage.over(source));
    }

    private SegmentImage interleaved() {
        if (mode().planar()) {
            throw new UnsupportedOperationException("mode " + mode() + " is planar and has no lines, pixels or slices; "
                    + "those of its planes are in plane(\"y\"), plane(\"cr\") and plane(\"cb\")");
        }
        return SegmentImage.over(this);
    }

    @Override
    public Image copy() {
        return SegmentImage.over(this).copy();
    }

    @Override
    public Image rotate90() {
        return Turning.turn(SegmentImage.over(this), Turn.ROTATE_90);
    }

    @Override
    public Image rotate180() {
        return Turning.turn(SegmentImage.over(this), Turn.ROTATE_180);
    }

    @Override
    public Image rotate270() {
        return Turning.turn(SegmentImage.over(this), Turn.ROTATE_270);
    }

    @Override
    public Image rotate(double degrees, long... background) {
        return Rotation.rotate(SegmentImage.over(this), degrees, background);
    }

    @Override
    public Image flipHorizontal() {
        return Turning.turn(SegmentImage.over(this), Turn.FLIP_HORIZONTAL);
    }

    @Override
    public Image flipVertical() {
        return Turning.turn(SegmentImage.over(this), Turn.FLIP_VERTICAL);
    }

    @Override
    public Image transpose() {
        return Turning.turn(SegmentImage.over(this), Turn.TRANSPOSE);
    }

    @Override
    public Image transverse() {
        return Turning.turn(SegmentImage.over(this), Turn.TRANSVERSE);
    }

    @Override
    public Image crop(int x, int y, int width, int height) {
        return Cropping.crop(SegmentImage.over(this), x, y, width, height);
    }

    @Override
    public void map(ComponentFunction... functions) {
        Mapping.map(SegmentImage.over(this), functions);
    }

    @Override
    public Image point(ComponentFunction... functions) {
        return Mapping.mapped(SegmentImage.over(this), functions);
    }

    @Override
    public void clip() {
        Clipping.clip(SegmentImage.over(this));
    }

    @Override
    public List<Image> split() {
        return Splitting.split(SegmentImage.over(this));
    }

    @Override
    public Image convert(Mode target) {
        return Conversion.convert(SegmentImage.over(this), target);
    }

    @Override
    public Image mix(double... matrix) {
        return Mixing.mix(SegmentImage.over(this), matrix);
    }

    @Override
    public Image blur(double sigma) {
        return Blurring.blur(SegmentImage.over(this), sigma);
    }

    @Override
    public Image sharpen(double sigma, double amount, double threshold) {
        return Sharpening.sharpen(SegmentImage.over(this), sigma, amount, threshold);
    }

    @Override
    public Image flatten(long... background) {
        return Flattening.flatten(SegmentImage.over(this), background);
    }

    @Override
    public Image compositeOver(ImageSource background) {
        return Compositing.over(SegmentImage.over(this), SegmentImage.over(background));
    }

    @Override
    public Image premultiply() {
        return Association.premultiply(SegmentImage.over(this));
    }

    @Override
    public Image unpremultiply() {
        return Association.unpremultiply(SegmentImage.over(this));
    }

    @Override
    public Image convertAlpha(AlphaMode from, AlphaMode to) {
        return Association.convert(SegmentImage.over(this), from, to);
    }

    @Override
    public Image resize(ImageSize target, Filter filter) {
        return resize(target, ResizeOptions.of(filter));
    }

    @Override
    public Image resize(ImageSize target, ResizeOptions options) {
        return Resizing.resize(SegmentImage.over(this), target, options);
    }

    @Override
    public Image thumbnail(ImageSize bounds) {
        return Resizing.thumbnail(SegmentImage.over(this), bounds);
    }

    @Override
    public Image reduce(int factorX, int factorY) {
        return Reduction.reduce(SegmentImage.over(this), factorX, factorY);
    }

    @Override
    public String toString() {
        return "Image(" + mode() + ", " + size() + ")";
    }
}
