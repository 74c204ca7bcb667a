package dev.imagemill.imageop;

import dev.imagemill.imageop.kernel.ColumnsToRows;
import dev.imagemill.imageop.kernel.RowsToColumns;
import org.jspecify.annotations.Nullable;

/** Changes the width of a strip of rows. Its columns are laid out as lines, which lets one weight count for a whole line, and what comes out as rows again. */
final class Columns {
    /** How many columns of the result are laid out as rows at once. */
    private static final int BLOCK = 64;

    /** The most bytes of a row that are laid out at once: enough to read memory in runs, and the columns stay in a cache. */
    private static final int RUN_BYTES = 512;

    /** The most columns of small pixels, so that those of a thumbnail's luma fit into the cache of a core beside their source. */
    private static final int MOST_COLUMNS = 128;

    private final ColumnStrip source;
    private final int sourceWidth;
    private final Window window;
    private final int outputs;
    private final int components;
    private final int pixelBytes;
    private final byte[] results;

    private int firstRow;
    private int rows;
    private int firstColumn;
    private int endColumn;

    /** @param premultiplication what to do to pixels of the source before they are weighed, or null */
    Columns(SegmentImage source, Weights weights, @Nullable Premultiplication premultiplication) {
        int columns = Math.min(RUN_BYTES / source.mode().bytesPerPixel(), MOST_COLUMNS);
        this.source = new ColumnStrip(source, columns, premultiplication);
        this.sourceWidth = source.size().width();
        this.window = Windows.of(source.mode(), weights).make(RowsToColumns.COLUMN_BYTES);
        this.outputs = weights.outputs();
        this.components = source.mode().components();
        this.pixelBytes = source.mode().bytesPerPixel();
        this.results = new byte[Math.min(BLOCK, outputs) * RowsToColumns.STRIDE];
    }

    /** The most rows that a strip may have. */
    int mostRows() {
        return source.mostRows();
    }

    /** Resamples {@code count} rows of the source from {@code first} on, and writes them {@code stride} bytes apart. */
    void resample(int first, int count, byte[] to, int at, int stride) {
        firstRow = first;
        rows = count;
        firstColumn = 0;
        endColumn = 0;
        window.restart(rows * components);
        for (int output = 0; output < outputs; output += BLOCK) {
            int block = Math.min(BLOCK, outputs - output);
            for (int i = 0; i < block; i++) {
                while (!window.holds(output + i)) {
                    putNext();
                }
                window.weigh(output + i, results, i * RowsToColumns.STRIDE);
            }
            ColumnsToRows.lay(results, rows, block, to, at + output * pixelBytes, stride, pixelBytes);
        }
    }

    private void putNext() {
        int column = window.end();
        if (column >= endColumn) {
            firstColumn = column;
            endColumn = Math.min(column + source.mostColumns(), sourceWidth);
            source.load(column, endColumn - column, firstRow, rows, /* down= */ true);
        }
        window.put(source.columns(), (column - firstColumn) * RowsToColumns.STRIDE);
    }
}
