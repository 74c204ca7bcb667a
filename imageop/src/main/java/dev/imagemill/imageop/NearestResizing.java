package dev.imagemill.imageop;

import dev.imagemill.imageop.ResizeOptions.Box;
import dev.imagemill.imageop.kernel.Gathering;

/** Resizes by taking the pixel under each point, for interleaved modes of any depth. */
final class NearestResizing {
    private final int pixelBytes;
    private final int[] columns;
    private final int[] rows;
    /** Pixels from one column of the source that is taken to the next if that is always the same, or 0. */
    private final int step;

    private NearestResizing(SegmentImage source, ImageSize target, Box box) {
        ImageSize size = source.size();
        pixelBytes = source.mode().bytesPerPixel();
        columns = positions(box.left(), box.right(), target.width(), size.width());
        rows = positions(box.top(), box.bottom(), target.height(), size.height());
        step = step(columns);
        for (int x = 0; x < columns.length; x++) {
            columns[x] *= pixelBytes;
        }
    }

    static SegmentImage resize(SegmentImage source, ImageSize target, Box box) {
        SegmentImage result = Images.allocate(source.mode(), target);
        new NearestResizing(source, target, box).run(source, result.heapBytes());
        return result;
    }

    private void run(SegmentImage source, HeapBytes to) {
        int sourceLine = source.size().width() * pixelBytes;
        int resultLine = columns.length * pixelBytes;
        int before = columns[0];
        int span = columns[columns.length - 1] + pixelBytes - before;
        LineReader reader = new LineReader(source.segment(), span);
        for (int y = 0; y < rows.length; y++) {
            int at = to.offset() + y * resultLine;
            if (y > 0 && rows[y] == rows[y - 1]) {
                System.arraycopy(to.array(), at - resultLine, to.array(), at, resultLine);
                continue;
            }
            reader.read((long) rows[y] * sourceLine + before, span);
            if (step == 0) {
                Gathering.gather(reader.array(), reader.position() - before, columns, to.array(), at, pixelBytes);
            } else {
                Gathering.every(reader.array(), reader.position(), step, to.array(), at, columns.length, pixelBytes);
            }
        }
    }

    private static int step(int[] positions) {
        int step = positions.length == 1 ? 1 : positions[1] - positions[0];
        for (int i = 2; i < positions.length; i++) {
            if (positions[i] - positions[i - 1] != step) {
                return 0;
            }
        }
        return step;
    }

    /** Steps from the middle of the first target pixel, as Pillow does, rather than computing each position by itself. */
    private static int[] positions(double from, double to, int outputs, int lines) {
        int[] positions = new int[outputs];
        double step = (double) ((float) to - (float) from) / outputs;
        double position = (float) from + step * 0.5;
        for (int i = 0; i < outputs; i++) {
            positions[i] = Math.min(lines - 1, (int) position);
            position += step;
        }
        return positions;
    }
}
