package dev.imagemill.imageop;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.imagemill.imageop.kernel.Alpha16;
import dev.imagemill.imageop.kernel.Composition8;
import java.lang.foreign.MemorySegment;

/** Composites an image with alpha over another of its size. */
final class Compositing {
    private static final int RUN = Composition8.PIXELS;

    private Compositing() {}

    static SegmentImage over(SegmentImage over, SegmentImage under) {
        Mode mode = over.mode();
        check(over, under);
        if (!mode.hasAlpha()) {
            return over.copy();
        }
        boolean narrow = mode.bitsPerComponent() == Byte.SIZE;
        int step = mode.components();
        int overBytes = mode.bytesPerPixel();
        int underBytes = under.mode().bytesPerPixel();
        SegmentImage result = Images.allocate(under.mode(), under.size());
        HeapBytes to = result.heapBytes();
        int[][] scratch = Composition8.scratch();
        LineReader reader = new LineReader(over.segment(), RUN * overBytes);
        long pixels = over.size().pixels();
        for (long first = 0; first < pixels; first += RUN) {
            int run = (int) Math.min(RUN, pixels - first);
            int toAt = to.offset() + Math.toIntExact(first * underBytes);
            MemorySegment.copy(under.segment(), JAVA_BYTE, first * underBytes, to.array(), toAt, run * underBytes);
            reader.read(first * overBytes, run * overBytes);
            byte[] from = reader.array();
            int at = reader.position();
            if (under.mode().hasAlpha()) {
                if (narrow) {
                    Composition8.over(from, at, to.array(), toAt, step, run, scratch);
                } else {
                    Alpha16.over(from, at, to.array(), toAt, step, run);
                }
            } else if (narrow) {
                Composition8.overOpaque(from, at, step, to.array(), toAt, run, scratch);
            } else {
                Alpha16.overOpaque(from, at, step, to.array(), toAt, run);
            }
        }
        return result;
    }

    private static void check(SegmentImage over, SegmentImage under) {
        Mode mode = over.mode();
        Mode opaque = Flattening.withoutAlpha(mode);
        if (under.mode() != mode && under.mode() != opaque) {
            throw new ImageFormatException("an image of mode " + mode + " goes over one of mode " + mode
                    + (mode == opaque ? "" : " or " + opaque) + ", not " + under.mode());
        }
        if (!under.size().equals(over.size())) {
            throw new ImageFormatException(
                    "an image of " + over.size() + " goes over one of that size, not of " + under.size());
        }
    }
}
