package dev.imagemill.imageop;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * A raster image of one {@link Mode} over one contiguous piece of memory.
 *
 * <p>Every operation makes a new image on the heap and leaves this one as it is; {@link #info()} of the new image is empty. An image is
 * not synchronised: threads may read it together, but not while one writes. An image over native memory lives as long as that memory.
 */
public interface Image extends ImageSource {
    /** The memory that {@link #buffer()} shows: contiguous, row-major, no padding, native byte order. */
    MemorySegment segment();

    /** Free-form facts about the image (resolution, exposure, profile); mutable, empty on a new image. */
    Map<String, Object> info();

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
     * @throws UnsupportedOperationException if the mode is planar
     */
    void setComponent(int x, int y, int component, long value);

    /**
     * One component of a planar image as an image of mode {@link Mode#L}, over the same memory: writing to the one shows in the other. The
     * planes {@code "cr"} and {@code "cb"} are half as wide and half as high. Each call makes a new view, with an info of its own.
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

    /** A copy over memory of its own. */
    Image copy();

    /** Turned by a quarter counterclockwise: the right column becomes the top row. */
    Image rotate90();

    /** Turned upside down. */
    Image rotate180();

    /** Turned by a quarter clockwise, three quarters counterclockwise: the left column becomes the top row, read upwards. */
    Image rotate270();

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
     * The image in another mode; a copy if the mode is the same. Alpha that the target cannot hold is dropped, not composited.
     *
     * @throws UnsupportedOperationException if there is no conversion between the two modes
     */
    Image convert(Mode target);

    /**
     * The image without alpha, composited onto a background of one colour.
     *
     * @param background one value for each component but alpha, 0 to {@link Mode#maxValue()}
     */
    Image flatten(long... background);

    /** The whole image resampled to another size. */
    Image resize(ImageSize target, Filter filter);

    /**
     * The image, or a part of it, resampled to another size. Equal to Pillow's resize to the bit for 8-bit samples. With alpha, colours weigh by
     * their alpha, so that what is transparent adds no colour, and {@code reducingGap} is not used; a planar image is resampled plane by plane.
     *
     * @throws ImageFormatException if the box is not wholly inside the image, or the mode cannot have the size
     * @throws UnsupportedOperationException if the mode is {@link Mode#L32} and the filter is not {@link Filter#NEAREST}
     */
    Image resize(ImageSize target, ResizeOptions options);

    /** The image made to fit into {@code bounds} with its aspect kept; a copy if it does already. Pillow's {@code thumbnail}: bicubic, gap 2. */
    Image thumbnail(ImageSize bounds);

    /**
     * Every block of {@code factorX} by {@code factorY} pixels averaged into one, rounded; blocks at the right and bottom edge may be partial.
     *
     * @throws IllegalArgumentException if a factor is less than 1
     * @throws UnsupportedOperationException if the mode is planar or {@link Mode#L32}
     */
    Image reduce(int factorX, int factorY);
}
