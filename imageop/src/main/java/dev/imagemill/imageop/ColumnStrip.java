package dev.imagemill.imageop;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.imagemill.imageop.kernel.RowsToColumns;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** Some columns of a strip of rows, laid out one after the other. */
final class ColumnStrip {
    private final SegmentImage source;
    private final @Nullable Premultiplication premultiplication;
    private final @Nullable HeapBytes heap;
    private final int pixelBytes;
    private final int most;
    private final byte[] copy;
    private final byte[] columns;

    /**
     * @param most the most columns that are laid out at once
     * @param premultiplication what to do to the pixels on the way, or null
     */
    ColumnStrip(SegmentImage source, int most, @Nullable Premultiplication premultiplication) {
        this.source = source;
        this.premultiplication = premultiplication;
        this.pixelBytes = source.mode().bytesPerPixel();
        this.heap = premultiplication == null ? HeapBytes.of(source.segment()) : null;
        this.most = Math.min(most, source.size().width());
        this.columns = new byte[this.most * RowsToColumns.STRIDE];
        this.copy = new byte[heap == null ? mostRows() * this.most * pixelBytes : 0];
    }

    int mostRows() {
        return RowsToColumns.COLUMN_BYTES / pixelBytes;
    }

    int mostColumns() {
        return most;
    }

    /**
     * Lays out pixels of {@code rows} rows from {@code y} on.
     *
     * @param down whether the columns' pixels are those from {@code y} downwards, or from the last row upwards
     */
    void load(int x, int count, int y, int rows, boolean down) {
        int first = down ? y : y + rows - 1;
        int run = count * pixelBytes;
        if (heap != null) {
            int line = source.size().width() * pixelBytes;
            int at = heap.offset() + first * line + x * pixelBytes;
            RowsToColumns.lay(heap.array(), at, down ? line : -line, rows, count, columns, 0, pixelBytes);
            return;
        }
        for (int row = 0; row < rows; row++) {
            long from = ((long) (down ? y + row : first - row) * source.size().width() + x) * pixelBytes;
            MemorySegment.copy(source.segment(), JAVA_BYTE, from, copy, row * run, run);
        }
        if (premultiplication != null) {
            premultiplication.multiply(copy, 0, rows * count);
        }
        RowsToColumns.lay(copy, 0, run, rows, count, columns, 0, pixelBytes);
    }

    /** The columns; the first begins at 0, each next {@link RowsToColumns#STRIDE} bytes further. */
    byte[] columns() {
        return columns;
    }
}
