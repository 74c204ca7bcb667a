package dev.imagemill.imageop;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** Shows the same part of any row of an image as part of a {@code byte[]}, premultiplied if the image has alpha. */
final class RowReader {
    /** How many bytes after a row are readable, whatever is in them. */
    static final int SLACK = 16;

    private final SegmentImage source;
    private final @Nullable HeapBytes heap;
    private final @Nullable Premultiplication premultiplication;
    private final int left;
    private final int width;
    private final int pixelBytes;
    private final byte[] copy;
    private byte[] array;
    private int position;

    /** @param left the first of {@code width} columns */
    RowReader(SegmentImage source, int left, int width) {
        this.source = source;
        this.left = left;
        this.width = width;
        this.pixelBytes = source.mode().bytesPerPixel();
        this.premultiplication = Premultiplication.of(source.mode());
        this.heap = premultiplication == null ? HeapBytes.of(source.segment()) : null;
        this.copy = new byte[width * pixelBytes + SLACK];
        this.array = copy;
    }

    /** Makes row {@code y} readable in {@link #array()} from {@link #position()} on. */
    void read(int y) {
        long from = ((long) y * source.size().width() + left) * pixelBytes;
        if (heap != null && heap.offset() + from <= heap.array().length - copy.length) {
            array = heap.array();
            position = heap.offset() + (int) from;
            return;
        }
        array = copy;
        position = 0;
        MemorySegment.copy(source.segment(), JAVA_BYTE, from, copy, 0, width * pixelBytes);
        if (premultiplication != null) {
            premultiplication.multiply(copy, 0, width);
        }
    }

    byte[] array() {
        return array;
    }

    int position() {
        return position;
    }
}
