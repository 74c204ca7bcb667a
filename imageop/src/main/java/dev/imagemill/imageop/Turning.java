package dev.imagemill.imageop;

import dev.imagemill.imageop.kernel.RowsToColumns;

/** Carries out a {@link Turn}: line by line where rows stay rows, by tiles that fit the first-level cache where they become columns. */
final class Turning {
    /** Bytes of a row, of the source as of the result, that are moved at once. */
    private static final int RUN_BYTES = 512;

    private Turning() {}

    static SegmentImage turn(SegmentImage source, Turn turn) {
        SegmentImage result = Images.allocate(source.mode(), turn.resultSize(source.size()));
        if (source.mode().planar()) {
            for (int i = 0; i < source.mode().components(); i++) {
                turnInto(source.plane(i), turn, result.plane(i));
            }
        } else {
            turnInto(source, turn, result);
        }
        return result;
    }

    private static void turnInto(SegmentImage source, Turn turn, SegmentImage result) {
        if (turn.swapsAxes) {
            transpose(source, turn, result);
        } else {
            Slicing.copy(
                    source,
                    every(source.size().width(), turn.reversesX),
                    every(source.size().height(), turn.reversesY),
                    result);
        }
    }

    /** All positions of an axis. */
    private static Selection every(int length, boolean reversed) {
        return reversed ? new Selection(length - 1, -1, length) : new Selection(0, 1, length);
    }

    /** Strip by strip of rows, of which every column is a run of a row of the result. */
    private static void transpose(SegmentImage source, Turn turn, SegmentImage result) {
        int pixelBytes = source.mode().bytesPerPixel();
        int width = source.size().width();
        int height = source.size().height();
        HeapBytes to = result.heapBytes();
        int run = RUN_BYTES / pixelBytes;
        ColumnStrip strip = new ColumnStrip(source, run, null);
        for (int y = 0; y < height; y += run) {
            int rows = Math.min(run, height - y);
            int toX = turn.reversesX ? height - y - rows : y;
            for (int x = 0; x < width; x += strip.mostColumns()) {
                int columns = Math.min(strip.mostColumns(), width - x);
                strip.load(x, columns, y, rows, !turn.reversesX);
                for (int column = 0; column < columns; column++) {
                    int toY = turn.reversesY ? width - 1 - x - column : x + column;
                    int at = to.offset() + (toY * height + toX) * pixelBytes;
                    System.arraycopy(strip.columns(), column * RowsToColumns.STRIDE, to.array(), at, rows * pixelBytes);
                }
            }
        }
    }
}
