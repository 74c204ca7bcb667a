package dev.imagemill.imageop;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.util.Objects;

/** Copies a rectangle out of an image. */
final class Cropping {
    private Cropping() {}

    static SegmentImage crop(SegmentImage source, int x, int y, int width, int height) {
        Mode mode = source.mode();
        Objects.checkFromIndexSize(x, width, source.size().width());
        Objects.checkFromIndexSize(y, height, source.size().height());
        mode.length(width, height);
        if (x % mode.xDivisor() != 0 || y % mode.yDivisor() != 0) {
            throw new ImageFormatException(
                    "mode " + mode + " is cropped at even positions only, not at " + x + ", " + y);
        }
        SegmentImage result = Images.allocate(mode, new ImageSize(width, height));
        if (mode.planar()) {
            cropInto(source.plane(0), x, y, result.plane(0));
            cropInto(source.plane(1), x / 2, y / 2, result.plane(1));
            cropInto(source.plane(2), x / 2, y / 2, result.plane(2));
        } else {
            cropInto(source, x, y, result);
        }
        return result;
    }

    private static void cropInto(SegmentImage source, int x, int y, SegmentImage result) {
        int pixelBytes = source.mode().bytesPerPixel();
        int line = result.size().width() * pixelBytes;
        HeapBytes to = result.heapBytes();
        for (int row = 0; row < result.size().height(); row++) {
            long from = ((long) (y + row) * source.size().width() + x) * pixelBytes;
            MemorySegment.copy(source.segment(), JAVA_BYTE, from, to.array(), to.offset() + row * line, line);
        }
    }
}
