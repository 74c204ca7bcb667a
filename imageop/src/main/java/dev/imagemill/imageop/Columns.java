package dev.imagemill.imageop;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_CHAR_UNALIGNED;

import dev.imagemill.imageop.kernel.Reordering;
import dev.imagemill.imageop.kernel.Weighing;
import java.lang.foreign.MemorySegment;

/**
 * The columns of an image, to change its width. A strip is a band of rows; its columns are transposed into lines on the way in, by tiles,
 * and back on the way out.
 */
final class Columns implements Lines {
    /** Bytes of a column in a strip; a column of the result has to fit a row of a tile. */
    private static final int STRIP_BYTES = 256;

    private static final int TILE_ROWS = 64;

    private final SegmentImage source;
    private final int firstRow;
    private final SegmentImage result;
    private final HeapBytes to;
    private final int components;
    private final int pixelBytes;
    private final int stripRows;
    private final byte[] tile = new byte[TILE_ROWS * Reordering.TILE_STRIDE];
    private final char[] wide;

    /** @param firstRow the row of the source that is row 0 of the result */
    Columns(SegmentImage source, int firstRow, SegmentImage result) {
        this.source = source;
        this.firstRow = firstRow;
        this.result = result;
        this.to = result.heapBytes();
        this.components = source.mode().components();
        this.pixelBytes = source.mode().bytesPerPixel();
        this.stripRows = Math.min(STRIP_BYTES / pixelBytes, result.size().height());
        this.wide = new char[narrow() ? 0 : STRIP_BYTES];
    }

    private boolean narrow() {
        return source.mode().bitsPerComponent() == Byte.SIZE;
    }

    @Override
    public int stride() {
        return stripRows * components;
    }

    @Override
    public int strips() {
        return (result.size().height() + stripRows - 1) / stripRows;
    }

    private int rows(int strip) {
        return Math.min(stripRows, result.size().height() - strip * stripRows);
    }

    @Override
    public int samples(int strip) {
        return rows(strip) * components;
    }

    @Override
    public void load(int strip, int first, int lines, float[] samples) {
        int rows = rows(strip);
        for (int row = 0; row < rows; row += TILE_ROWS) {
            int y = firstRow + strip * stripRows + row;
            int tileRows = Math.min(TILE_ROWS, rows - row);
            if (narrow()) {
                loadNarrow(y, tileRows, first, lines, samples, row * components);
            } else {
                loadWide(y, tileRows, first, lines, samples, row * components);
            }
        }
    }

    private void loadNarrow(int y, int rows, int first, int lines, float[] samples, int at) {
        int tileColumns = (Reordering.TILE_STRIDE - Reordering.TILE_SLACK) / pixelBytes;
        for (int x = 0; x < lines; x += tileColumns) {
            int columns = Math.min(tileColumns, lines - x);
            for (int row = 0; row < rows; row++) {
                long from = ((long) (y + row) * source.size().width() + first + x) * pixelBytes;
                int tileAt = row * Reordering.TILE_STRIDE;
                MemorySegment.copy(source.segment(), JAVA_BYTE, from, tile, tileAt, columns * pixelBytes);
            }
            for (int column = 0; column < columns; column++) {
                Weighing.columnToFloats(tile, column, components, samples, (x + column) * stride() + at, rows);
            }
        }
    }

    private void loadWide(int y, int rows, int first, int lines, float[] samples, int at) {
        int runColumns = wide.length / components;
        for (int row = 0; row < rows; row++) {
            for (int x = 0; x < lines; x += runColumns) {
                int columns = Math.min(runColumns, lines - x);
                long from = ((long) (y + row) * source.size().width() + first + x) * pixelBytes;
                MemorySegment.copy(source.segment(), JAVA_CHAR_UNALIGNED, from, wide, 0, columns * components);
                for (int column = 0; column < columns; column++) {
                    int out = (x + column) * stride() + at + row * components;
                    Weighing.toFloats(wide, column * components, samples, out, components);
                }
            }
        }
    }

    @Override
    public void store(int strip, int first, int lines, int[] samples) {
        int rows = rows(strip);
        int rowBytes = result.size().width() * pixelBytes;
        for (int x = 0; x < lines; x += TILE_ROWS) {
            int columns = Math.min(TILE_ROWS, lines - x);
            for (int column = 0; column < columns; column++) {
                storeColumn(samples, (x + column) * stride(), column * Reordering.TILE_STRIDE, rows * components);
            }
            int at = to.offset() + strip * stripRows * rowBytes + (first + x) * pixelBytes;
            Reordering.transpose(tile, /* rows= */ columns, /* columns= */ rows, to.array(), at, rowBytes, pixelBytes);
        }
    }

    private void storeColumn(int[] samples, int at, int tileAt, int count) {
        if (narrow()) {
            Weighing.toBytes(samples, at, tile, tileAt, count);
        } else {
            Weighing.toChars(samples, at, wide, 0, count);
            MemorySegment.copy(wide, 0, MemorySegment.ofArray(tile), JAVA_CHAR_UNALIGNED, tileAt, count);
        }
    }
}
