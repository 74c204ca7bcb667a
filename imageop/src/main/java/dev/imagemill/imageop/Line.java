package dev.imagemill.imageop;

import java.util.Iterator;
import java.util.Objects;

/**
 * One line of an image, live: a fixed-length list of its pixels from left to right. What is set here changes the image.
 * Two lines are equal only if they are the same object.
 */
public final class Line implements Iterable<Pixel> {
    private final SegmentImage image;
    private final int y;

    Line(SegmentImage image, int y) {
        this.image = image;
        this.y = y;
    }

    /** The mode of the image that the line is of. */
    public Mode mode() {
        return image.mode();
    }

    /** Number of pixels: the width of the image. */
    public int size() {
        return image.size().width();
    }

    /**
     * The pixel at {@code x}, counted from the left.
     *
     * @throws IndexOutOfBoundsException outside the line
     */
    public Pixel pixel(int x) {
        return pixels().pixel(Objects.checkIndex(x, size()));
    }

    /**
     * The pixel at {@code x}, counted from the right if it is negative.
     *
     * @throws IndexOutOfBoundsException unless {@code x} is {@code -size()} to {@code size() - 1}
     */
    public Pixel pixelAt(int x) {
        return pixels().pixel(Selection.position(x, size(), "x"));
    }

    /** Sets the pixel at {@code x} as {@link Pixel#value(long...)}. */
    public void setPixel(int x, long... value) {
        pixel(x).value(value);
    }

    /** Sets the pixel at {@code x}, counted from the right if it is negative, as {@link Pixel#value(long...)}. */
    public void setPixelAt(int x, long... value) {
        pixelAt(x).value(value);
    }

    /**
     * A copy of the selected pixels, as an image of height 1.
     *
     * @throws ImageFormatException if nothing is selected
     */
    public Image slice(Slice xs) {
        return Slicing.slice(image, xs, Slice.at(y));
    }

    /**
     * Sets the selected pixels to those of an image, alpha included; nothing is composited.
     *
     * @param source of this line's mode, of height 1, and as wide as pixels are selected; it may share memory with this
     *     line
     * @throws ImageFormatException if the source is not so, or nothing is selected
     */
    public void assign(Slice xs, ImageSource source) {
        Assigning.assign(image, xs, Slice.at(y), SegmentImage.over(source));
    }

    /** The pixels of the line. */
    public Pixels pixels() {
        return new Pixels(image, (long) y * size(), size());
    }

    @Override
    public Iterator<Pixel> iterator() {
        return pixels().iterator();
    }

    @Override
    public String toString() {
        return "Line(" + mode() + ", y=" + y + ", size=" + size() + ")";
    }
}
