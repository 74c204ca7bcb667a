package dev.imagemill.imageop;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.imagemill.imageop.kernel.Reordering;
import java.lang.foreign.MemorySegment;

/** Carries out a {@link Turn}: line by line where rows stay rows, by tiles that fit the first-level cache where they become columns. */
final class Turning {
    private static final int TILE_ROWS = 64;
    private static final int TILE_COLUMN_BYTES = 384;

    private Turning() {}

    static SegmentImage turn(SegmentImage source, Turn turn) {
        SegmentImage result = Images.allocate(source.mode(), turn.resultSize(source.size()));
        if (source.mode().planar()) {
            for (int i = 0; i < source.planes().size(); i++) {
                turnInto(source.planes().get(i), turn, result.planes().get(i));
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
            reorderLines(source, turn, result);
        }
    }

    private static void reorderLines(SegmentImage source, Turn turn, SegmentImage result) {
        int pixelBytes = source.mode().bytesPerPixel();
        int width = source.size().width();
        int height = source.size().height();
        int line = width * pixelBytes;
        HeapBytes to = result.heapBytes();
        LineReader reader = new LineReader(source.segment(), line);
        for (int y = 0; y < height; y++) {
            long from = (long) (turn.reversesY ? height - 1 - y : y) * line;
            int out = to.offset() + y * line;
            if (turn.reversesX) {
                reader.read(from, line);
                Reordering.reverse(reader.array(), reader.position(), to.array(), out, width, pixelBytes);
            } else {
                MemorySegment.copy(source.segment(), JAVA_BYTE, from, to.array(), out, line);
            }
        }
    }

    private static void transpose(SegmentImage source, Turn turn, SegmentImage result) {
        int pixelBytes = source.mode().bytesPerPixel();
        int width = source.size().width();
        int height = source.size().height();
        int tileColumns = TILE_COLUMN_BYTES / pixelBytes;
        int tileStep = tileColumns * pixelBytes;
        byte[] tile = new byte[TILE_ROWS * tileStep];
        HeapBytes to = result.heapBytes();
        int runStep = height * pixelBytes;
        for (int y = 0; y < height; y += TILE_ROWS) {
            int rows = Math.min(TILE_ROWS, height - y);
            int toX = turn.reversesX ? height - y - rows : y;
            for (int x = 0; x < width; x += tileColumns) {
                int columns = Math.min(tileColumns, width - x);
                for (int row = 0; row < rows; row++) {
                    long from = ((long) (y + row) * width + x) * pixelBytes;
                    MemorySegment.copy(source.segment(), JAVA_BYTE, from, tile, row * tileStep, columns * pixelBytes);
                }
                int toY = turn.reversesY ? width - 1 - x : x;
                Reordering.transpose(
                        tile,
                        turn.reversesX ? (rows - 1) * tileStep : 0,
                        turn.reversesX ? -tileStep : tileStep,
                        rows,
                        columns,
                        to.array(),
                        to.offset() + toY * runStep + toX * pixelBytes,
                        turn.reversesY ? -runStep : runStep,
                        pixelBytes);
            }
        }
    }
}
