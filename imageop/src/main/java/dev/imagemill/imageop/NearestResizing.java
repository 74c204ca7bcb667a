package dev.imagemill.imageop;

import dev.imagemill.imageop.ResizeOptions.Box;
import dev.imagemill.imageop.kernel.Reordering;

/** Resizes by taking the pixel under each point, for interleaved modes of any depth. */
final class NearestResizing {
    private NearestResizing() {}

    static SegmentImage resize(SegmentImage source, ImageSize target, Box box) {
        SegmentImage result = Images.allocate(source.mode(), target);
        int pixelBytes = source.mode().bytesPerPixel();
        int sourceLine = source.size().width() * pixelBytes;
        int resultLine = target.width() * pixelBytes;
        int[] columns =
                positions(box.left(), box.right(), target.width(), source.size().width());
        int[] rows = positions(
                box.top(), box.bottom(), target.height(), source.size().height());
        for (int x = 0; x < columns.length; x++) {
            columns[x] *= pixelBytes;
        }
        LineReader reader = new LineReader(source.segment(), sourceLine);
        HeapBytes to = result.heapBytes();
        for (int y = 0; y < target.height(); y++) {
            reader.read((long) rows[y] * sourceLine, sourceLine);
            int toAt = to.offset() + y * resultLine;
            Reordering.gather(reader.array(), reader.position(), columns, to.array(), toAt, pixelBytes);
        }
        return result;
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
