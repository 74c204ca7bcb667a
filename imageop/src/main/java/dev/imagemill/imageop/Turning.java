package dev.imagemill.imageop;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.imagemill.imageop.kernel.Reordering;
import java.lang.foreign.MemorySegment;

/** Carries out a {@link Turn}: line by line where rows stay rows, by tiles that fit the first-level cache where they become columns. */
final class Turning {
    private static final int TILE_ROWS = 64;

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

    private static void transpose(SegmentImage source, Turn turn, SegmentImage result) {
        int pixelBytes = source.mode().bytesPerPixel();
        int width = source.size().width();
        int height = source.size().height();
        HeapBytes to = result.heapBytes();
        int runStep = height * pixelBytes;
        int tileColumns = (Reordering.TILE_STRIDE - Reordering.TILE_SLACK) / pixelBytes;
        byte[] tile = new byte[TILE_ROWS * Reordering.TILE_STRIDE];
        for (int y = 0; y < height; y += TILE_ROWS) {
            int rows = Math.min(TILE_ROWS, height - y);
            int toX = turn.reversesX ? height - y - rows : y;
            for (int x = 0; x < width; x += tileColumns) {
                int columns = Math.min(tileColumns, width - x);
                loadTile(source, x, y, columns, rows, turn.reversesX, tile);
                int toY = turn.reversesY ? width - 1 - x : x;
                int first = to.offset() + toY * runStep + toX * pixelBytes;
                int step = turn.reversesY ? -runStep : runStep;
                Reordering.transpose(tile, rows, columns, to.array(), first, step, pixelBytes);
            }
        }
    }

    private static void loadTile(
            SegmentImage source, int x, int y, int columns, int rows, boolean upsideDown, byte[] tile) {
        int pixelBytes = source.mode().bytesPerPixel();
        for (int row = 0; row < rows; row++) {
            long from = ((long) (y + row) * source.size().width() + x) * pixelBytes;
            int at = (upsideDown ? rows - 1 - row : row) * Reordering.TILE_STRIDE;
            MemorySegment.copy(source.segment(), JAVA_BYTE, from, tile, at, columns * pixelBytes);
        }
    }
}
