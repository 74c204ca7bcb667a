package dev.imagemill.imageop;

import java.lang.foreign.MemorySegment;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;

/**
 * A raster image of one {@link Mode} over one contiguous piece of memory.
 *
 * <p>Every operation that gives an image makes a new one on the heap and leaves this one as it is; {@link #info()} of the new image is
 * empty. An image is not synchronised: threads may read it together, but not while one writes. An image over native memory lives as long as that memory.
 */
public interface Image extends ImageSource, Iterable<Line> {
    /** The most that an image can be blurred by. */
    double MOST_SIGMA = 1000;

    /** Builds a new image by the rules of PEP 368's constructor. */
    static ImageBuilder builder() {
        return new ImageBuilder();
    }

    /** The memory that {@link #buffer()} shows: contiguous, row-major, no padding, native byte order. */
    MemorySegment segment();

    /** Free-form facts about the image (resolution, exposure, profile); mutable, empty on a new image. */
    Map<String, Object> info();

    /** {@link Mode#components()} of the mode. */
    default int components() {
        return mode().components();
    }

    /** {@link Mode#componentNames()} of the mode. */
    default List<String> componentNames() {
        return mode().componentNames();
    }

    /** {@link Mode#bitsPerComponent()} of the mode. */
    default int bitsPerComponent() {
        return mode().bitsPerComponent();
    }

    /** {@link Mode#bytesPerPixel()} of the mode. */
    default int bytesPerPixel() {
        return mode().bytesPerPixel();
    }

    /** {@link Mode#planar()} of the mode. */
    default boolean planar() {
        return mode().planar();
    }

    /** {@link Mode#subsampling()} of the mode. */
    default List<Subsampling> subsampling() {
        return mode().subsampling();
    }

    /** {@link Mode#intervals()} of the mode. */
    default List<Interval> intervals() {
        return mode().intervals();
    }

    /**
     * One component of one pixel, unsigned.
     *
     * @throws IndexOutOfBoundsException outside the image
     * @throws UnsupportedOperationException if the mode is planar
     */
    long component(int x, int y, int component);

    /**
     * Sets one component of one pixel.
     *
     * @throws IndexOutOfBoundsException outside the image
     * @throws ImageFormatException if the value is negative or above {@link Mode#maxValue()}
     * @throws UnsupportedOperationException if the mode is planar, or the memory is read-only
     */
    void setComponent(int x, int y, int component, long value);

    /**
     * One component of a planar image as an image of mode {@link Mode#L}, over the same memory: writing to the one
     * shows in the other. The planes {@code "cr"} and {@code "cb"} are half as wide and half as high. Each call makes a
     * new view, with an info of its own.
     *
     * @throws NoSuchElementException if no component of the mode has the name
     * @throws UnsupportedOperationException if the mode is not planar
     */
    Image plane(String name);

    /**
     * The planes of a planar image in memory order, Y, Cr and Cb, as {@link #plane}.
     *
     * @throws UnsupportedOperationException if the mode is not planar
     */
    List<Image> planes();

    /**
     * The line at {@code y}, counted from the top.
     *
     * @throws IndexOutOfBoundsException outside the image
     * @throws UnsupportedOperationException if the mode is planar, as in all methods about lines, pixels and slices
     */
    Line line(int y);

    /**
     * The line at {@code y}, counted from the bottom if it is negative.
     *
     * @throws IndexOutOfBoundsException unless {@code y} is {@code -lineCount()} to {@code lineCount() - 1}
     */
    Line lineAt(int y);

    /** Number of lines: the height. */
    default int lineCount() {
        return size().height();
    }

    /** The lines from top to bottom. */
    @Override
    Iterator<Line> iterator();

    /**
     * The pixel at {@code x} from the left and {@code y} from the top.
     *
     * @throws IndexOutOfBoundsException outside the image
     */
    Pixel pixel(int x, int y);

    /**
     * The pixel at {@code x} and {@code y}, counted from the right and from the bottom if they are negative.
     *
     * @throws IndexOutOfBoundsException if there is no such pixel
     */
    Pixel pixelAt(int x, int y);

    /** Sets the pixel at {@code x} and {@code y} as {@link Pixel#value(long...)}. */
    default void setPixel(int x, int y, long... value) {
        pixel(x, y).value(value);
    }

    /** Sets the pixel at {@code x} and {@code y}, counted from the end if negative, as {@link Pixel#value(long...)}. */
    default void setPixelAt(int x, int y, long... value) {
        pixelAt(x, y).value(value);
    }

    /** All pixels, line by line from the top, each from left to right. */
    Pixels pixels();

    /**
     * Shows all pixels in the order of {@link #pixels()} as one object that moves on from each to the next: keep its
     * value, not the pixel.
     */
    void forEachPixel(Consumer<? super Pixel> action);

    /**
     * A copy of the selected columns and rows, in the order of the slices: {@code image[xs, ys]} in PEP 368.
     *
     * @throws ImageFormatException if nothing is selected
     */
    Image slice(Slice xs, Slice ys);

    /**
     * A copy of selected pixels of one column, an image of width 1.
     *
     * @param x counted from the right if it is negative
     * @throws IndexOutOfBoundsException if there is no such column
     * @throws ImageFormatException if nothing is selected
     */
    default Image slice(int x, Slice ys) {
        return slice(Slice.at(Selection.position(x, size().width(), "x")), ys);
    }

    /**
     * A copy of selected pixels of one row, an image of height 1.
     *
     * @param y counted from the bottom if it is negative
     * @throws IndexOutOfBoundsException if there is no such row
     * @throws ImageFormatException if nothing is selected
     */
    default Image slice(Slice xs, int y) {
        return slice(xs, Slice.at(Selection.position(y, size().height(), "y")));
    }

    /** A copy of the selected rows in their whole width: {@code image[ys]} in PEP 368. */
    default Image rows(Slice ys) {
        return slice(Slice.all(), ys);
    }

    /**
     * Sets the selected columns and rows to the pixels of an image, alpha included; nothing is composited. Reversed
     * slices write it mirrored. The source may share memory with this image and is then read as it was before.
     *
     * @param source of this mode and of the size of the selection
     * @throws ImageFormatException if the source is not so, or nothing is selected; this image is then unchanged
     * @throws UnsupportedOperationException if the memory is read-only
     */
    void assign(Slice xs, Slice ys, ImageSource source);

    /**
     * Sets selected pixels of one column, as {@link #assign(Slice, Slice, ImageSource)}.
     *
     * @param x counted from the right if it is negative
     * @throws IndexOutOfBoundsException if there is no such column
     */
    default void assign(int x, Slice ys, ImageSource source) {
        assign(Slice.at(Selection.position(x, size().width(), "x")), ys, source);
    }

    /**
     * Sets selected pixels of one row, as {@link #assign(Slice, Slice, ImageSource)}.
     *
     * @param y counted from the bottom if it is negative
     * @throws IndexOutOfBoundsException if there is no such row
     */
    default void assign(Slice xs, int y, ImageSource source) {
        assign(xs, Slice.at(Selection.position(y, size().height(), "y")), source);
    }

    /** Sets the selected rows in their whole width, as {@link #assign(Slice, Slice, ImageSource)}. */
    default void assignRows(Slice ys, ImageSource source) {
        assign(Slice.all(), ys, source);
    }

    /** A copy over memory of its own. */
    Image copy();

    /** Turned by a quarter counterclockwise: the right column becomes the top row. */
    Image rotate90();

    /** Turned upside down. */
    Image rotate180();

    /** Turned by a quarter clockwise, three quarters counterclockwise: the left column becomes the top row, read upwards. */
    Image rotate270();

    /**
     * Turned counterclockwise by any angle about its centre, on the smallest image that holds the result. Quarters are exact; other
     * angles are interpolated (cubic convolution, a = -0.5), edges blending into the background.
     *
     * @param degrees any finite number
     * @param background one value for each component, 0 to {@link Mode#maxValue()}
     * @throws UnsupportedOperationException if the mode is planar or {@link Mode#L32}
     */
    Image rotate(double degrees, long... background);

    /** Mirrored left to right. */
    Image flipHorizontal();

    /** Mirrored top to bottom. */
    Image flipVertical();

    /** Mirrored along the diagonal from the top left: the left column becomes the top row. */
    Image transpose();

    /** Mirrored along the diagonal from the top right: the right column, read upwards, becomes the top row. */
    Image transverse();

    /**
     * A copy of a rectangle.
     *
     * @throws IndexOutOfBoundsException if the rectangle is not wholly inside the image
     * @throws ImageFormatException if it is empty, or its corners are not even for a planar mode
     */
    Image crop(int x, int y, int width, int height);

    /**
     * Replaces every component by its function's value, in this image. A function may be a {@link LookupTable}; others are asked for all their
     * values before anything is written. Values are limited to 0 to {@link Mode#maxValue()}, not to {@link Mode#intervals()}: after {@code map}, a
     * {@link Mode#YV12} image may need {@link #clip}. The functions of a planar image are for its planes.
     *
     * @param functions one for all components, alpha and chroma too, or one for each
     * @throws ImageFormatException if there is another number of functions, a table is for another number of bits, or a function gives NaN; the
     *     image is then unchanged, as it is when a function throws an exception, which is passed on
     * @throws UnsupportedOperationException if the memory is read-only
     */
    void map(ComponentFunction... functions);

    /** A new image with every component replaced by its function's value, as {@link #map}: Pillow's {@code point}. */
    Image point(ComponentFunction... functions);

    /**
     * Limits every component to its interval, {@link Mode#intervals()}, in this image. Only {@link Mode#YV12} has values outside.
     *
     * @throws UnsupportedOperationException if there may be such values and the memory is read-only
     */
    void clip();

    /**
     * Every component as an image of its own, a copy: of mode {@link Mode#L}, {@link Mode#L16} or {@link Mode#L32} for their width. Those of
     * planar images have the size of their plane. {@link Images#merge} is the inverse.
     */
    List<Image> split();

    /**
     * The image in another mode; a copy if the mode is the same. Alpha that the target cannot hold is dropped, not composited, and halved chroma
     * is spread by {@link ChromaUpsampling#REPLICATE}.
     *
     * @throws ImageFormatException if the target is planar and the size not even
     */
    Image convert(Mode target);

    /**
     * The image with red, green and blue each replaced by a weighted sum of the three, rounded to the nearest integer, ties up, and limited to 0 to
     * {@link Mode#maxValue()}. Alpha stays.
     *
     * @param matrix 9 numbers, the weights of red, green and blue in the new red, then in green, then in blue; or 12, each three followed by an offset
     *     as a fraction of {@link Mode#maxValue()}
     * @throws UnsupportedOperationException unless the mode has red, green and blue
     */
    Image mix(double... matrix);

    /**
     * The image blurred by a Gaussian: every sample becomes the average of those around it, weighed by {@code exp(-d * d / (2 * sigma * sigma))} to a
     * distance of {@code ceil(4 * sigma)} in either axis. Beyond its edges the image goes on with its outermost pixels. With alpha, colours weigh by their
     * alpha, so that what is transparent adds no colour. No sample is more than 1 from the exact average; above a sigma of 12, no sample of 16
     * bits more than 6, and none of 32 bits more than 1/40000 of the range.
     *
     * @param sigma standard deviation in pixels, 0 to {@value #MOST_SIGMA}; at 0 a copy. Halved chroma is blurred by half of it
     */
    Image blur(double sigma);

    /**
     * The image with its details made stronger by an unsharp mask: every sample is moved away from that of the blurred image by {@code amount} times
     * the difference, rounded to the nearest integer, ties up, and limited to 0 to {@link Mode#maxValue()}. Alpha stays, and so does chroma.
     *
     * @param sigma of the {@link #blur}
     * @param amount 0 or more; 1 doubles differences
     * @param threshold 0 to 1, as a fraction of {@link Mode#maxValue()}: samples that differ by no more than this stay
     */
    Image sharpen(double sigma, double amount, double threshold);

    /**
     * The image without alpha, composited onto a background of one colour.
     *
     * @param background one value for each component but alpha, 0 to {@link Mode#maxValue()}
     */
    Image flatten(long... background);

    /**
     * This image composited over another. Where that is opaque, as images without alpha are, a colour becomes the average of the two, weighed by
     * this image's alpha; where it is not, Porter and Duff's <em>over</em> holds, in Pillow's integers.
     *
     * @param background of the same size, and of the same mode or that without alpha; the result's mode
     * @throws ImageFormatException if it is not so
     */
    Image compositeOver(ImageSource background);

    /**
     * The image with its colours multiplied by alpha and rounded, {@code round(c * a / max)}. The mode cannot tell: that colours are premultiplied
     * is for the caller to remember. Without alpha, a copy.
     */
    Image premultiply();

    /**
     * The image with its colours divided by alpha, {@code min(max, floor(max * c / a))}; under alpha 0 they stay as they are. Without alpha, a copy. Not
     * an exact inverse of {@link #premultiply()}: what that rounds is up to {@code ceil(max / (2 * a))} away.
     */
    Image unpremultiply();

    /**
     * The image with its colours and alpha changed from one meaning of alpha to another. To and from {@link AlphaMode#NONE} alpha becomes its
     * maximum and colours stay; to and from {@link AlphaMode#CHANNEL_PACKED} nothing changes. Without alpha, a copy.
     *
     * @param from what alpha means in this image
     */
    Image convertAlpha(AlphaMode from, AlphaMode to);

    /** The whole image resampled to another size. */
    Image resize(ImageSize target, Filter filter);

    /**
     * The image, or a part of it, resampled to another size. Equal to Pillow's resize to the bit for 8-bit samples. With alpha, colours weigh by
     * their alpha, so that what is transparent adds no colour, and {@code reducingGap} is not used; a planar image is resampled plane by plane.
     *
     * @throws ImageFormatException if the box is not wholly inside the image, or the mode cannot have the size
     */
    Image resize(ImageSize target, ResizeOptions options);

    /** The image made to fit into {@code bounds} with its aspect kept; a copy if it does already. Pillow's {@code thumbnail}: bicubic, gap 2. */
    Image thumbnail(ImageSize bounds);

    /**
     * Every block of {@code factorX} by {@code factorY} pixels averaged into one, rounded; blocks at the right and bottom edge may be partial. Colours weigh
     * by their alpha. Planar images are reduced plane by plane.
     *
     * @throws IllegalArgumentException if a factor is less than 1
     * @throws ImageFormatException if the mode cannot have the size that results
     */
    Image reduce(int factorX, int factorY);
}
