package dev.imagemill.imageop;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * Resamples images: first the width, then the height, strip by strip of rows, so that of what lies between the two there is never more than a
 * strip.
 *
 * <p>Every output sample is the weighted sum of samples beside it, rounded to the sample's width; so there are two roundings, as in Pillow.
 */
final class Resampling {
    /** About how many bytes a strip takes between width and height: it should stay in a cache. */
    private static final int STRIP_BYTES = 1 << 20;

    private static final int LEAST_ROWS = 32;

    private final Mode mode;
    private final int pixelBytes;
    private final @Nullable Weights across;
    private final @Nullable Weights down;
    private final boolean heightFirst;
    private final @Nullable Premultiplication premultiplication;

    /**
     * @param across weights of columns, or null if the width stays
     * @param down weights of rows, or null if the height stays
     * @param heightFirst to change the height before the width
     */
    Resampling(Mode mode, @Nullable Weights across, @Nullable Weights down, boolean heightFirst) {
        this(mode, across, down, heightFirst, Premultiplication.of(mode));
    }

    private Resampling(
            Mode mode,
            @Nullable Weights across,
            @Nullable Weights down,
            boolean heightFirst,
            @Nullable Premultiplication premultiplication) {
        this.mode = mode;
        this.pixelBytes = mode.bytesPerPixel();
        this.across = across;
        this.down = down;
        this.heightFirst = heightFirst;
        this.premultiplication = premultiplication;
    }

    /** One that takes alpha for a component like any other. */
    static Resampling ofComponents(Mode mode, Weights across, Weights down) {
        return new Resampling(mode, across, down, false, null);
    }

    SegmentImage resample(SegmentImage source) {
        if (across == null) {
            return down == null ? source.copy() : height(source, down, premultiplication, premultiplication);
        }
        if (down == null) {
            return width(source, across, premultiplication);
        }
        if (heightFirst) {
            return width(height(source, down, premultiplication, null), across, null);
        }
        return both(source, across, down);
    }

    private SegmentImage allocate(int width, int height) {
        return Images.allocate(mode, new ImageSize(width, height));
    }

    private SegmentImage width(SegmentImage source, Weights weights, @Nullable Premultiplication before) {
        int height = source.size().height();
        SegmentImage result = allocate(weights.outputs(), height);
        HeapBytes to = result.heapBytes();
        int stride = weights.outputs() * pixelBytes;
        Columns columns = new Columns(source, weights, before);
        int strip = strip(height, columns.mostRows());
        for (int y = 0; y < height; y += strip) {
            int rows = Math.min(strip, height - y);
            int at = to.offset() + y * stride;
            columns.resample(y, rows, to.array(), at, stride);
            if (premultiplication != null) {
                premultiplication.divide(to.array(), at, rows * weights.outputs());
            }
        }
        return result;
    }

    private SegmentImage height(
            SegmentImage source,
            Weights weights,
            @Nullable Premultiplication before,
            @Nullable Premultiplication after) {
        int width = source.size().width();
        int stride = width * pixelBytes;
        SegmentImage result = allocate(width, weights.outputs());
        Rows rows = new Rows(weights, result, after);
        int strip = strip(rows.end() - rows.first(), most(stride));
        LineReader reader = new LineReader(source.segment(), strip * stride);
        byte[] multiplied = new byte[before == null ? 0 : strip * stride];
        for (int y = rows.first(); y < rows.end(); y += strip) {
            int count = Math.min(strip, rows.end() - y);
            if (before == null) {
                reader.read((long) y * stride, count * stride);
                rows.put(reader.array(), reader.position(), stride, count);
            } else {
                MemorySegment.copy(source.segment(), JAVA_BYTE, (long) y * stride, multiplied, 0, count * stride);
                before.multiply(multiplied, 0, count * width);
                rows.put(multiplied, 0, stride, count);
            }
        }
        return result;
    }

    private SegmentImage both(SegmentImage source, Weights across, Weights down) {
        SegmentImage result = allocate(across.outputs(), down.outputs());
        int stride = across.outputs() * pixelBytes;
        Columns columns = new Columns(source, across, premultiplication);
        Rows rows = new Rows(down, result, premultiplication);
        int strip = strip(rows.end() - rows.first(), Math.min(most(stride), columns.mostRows()));
        byte[] between = new byte[strip * stride];
        for (int y = rows.first(); y < rows.end(); y += strip) {
            int count = Math.min(strip, rows.end() - y);
            columns.resample(y, count, between, 0, stride);
            rows.put(between, 0, stride, count);
        }
        return result;
    }

    private static int most(int rowBytes) {
        return Math.max(LEAST_ROWS, STRIP_BYTES / rowBytes);
    }

    /** How many rows strips have if they have at most so many, and all about as many. */
    private static int strip(int rows, int most) {
        int strips = (rows + most - 1) / most;
        return (rows + strips - 1) / strips;
    }
}
