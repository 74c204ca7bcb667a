package dev.imagemill.imageop;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * How to resize: the filter, the part of the source to take, and whether to shrink it by whole factors first.
 *
 * @param filter the resampling function
 * @param box the part of the source that becomes the whole result; null takes all of it
 * @param reducingGap at least 1, or null. When reducing, the source is first averaged over whole blocks as long as it stays this many
 *     times larger than the result: the larger, the closer to a resize without it; 2 is fast, 3 hardly distinguishable
 */
public record ResizeOptions(
        Filter filter, @Nullable Box box, @Nullable Double reducingGap) {
    public ResizeOptions {
        requireNonNull(filter, "filter is null");
        if (reducingGap != null && !(reducingGap >= 1)) {
            throw new IllegalArgumentException("reducingGap is at least 1, not " + reducingGap);
        }
    }

    /** The whole source through one filter. */
    public static ResizeOptions of(Filter filter) {
        return new ResizeOptions(filter, null, null);
    }

    public ResizeOptions withBox(double left, double top, double right, double bottom) {
        return new ResizeOptions(filter, new Box(left, top, right, bottom), reducingGap);
    }

    public ResizeOptions withReducingGap(double gap) {
        return new ResizeOptions(filter, box, gap);
    }

    /** A region of the source in pixels, edges at whole numbers; fractions of pixels are allowed. */
    public record Box(double left, double top, double right, double bottom) {
        public Box {
            if (!(left >= 0 && top >= 0 && right > left && bottom > top)) {
                throw new IllegalArgumentException("a box has 0 <= left < right and 0 <= top < bottom, not " + left
                        + " " + top + " " + right + " " + bottom);
            }
        }

        Box times(double x, double y) {
            return new Box(left * x, top * y, right * x, bottom * y);
        }

        Box minus(double x, double y) {
            return new Box(left - x, top - y, right - x, bottom - y);
        }

        double width() {
            return right - left;
        }

        double height() {
            return bottom - top;
        }
    }
}
