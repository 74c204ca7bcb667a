package dev.imagemill.imageop;

import static java.util.Objects.requireNonNull;

import dev.imagemill.imageop.kernel.Interleaving;
import java.lang.foreign.MemorySegment;
import java.util.List;

/** Makes an image of its components. */
final class Merging {
    private static final int RUN = 1 << 13;

    private Merging() {}

    static Image merge(Mode mode, List<? extends ImageSource> components) {
        requireNonNull(mode, "mode is null");
        List<SegmentImage> planes = components.stream().map(SegmentImage::over).toList();
        check(mode, planes);
        SegmentImage result = Images.allocate(mode, planes.getFirst().size());
        if (mode.planar() || planes.size() == 1) {
            append(planes, result);
        } else {
            interleave(planes, result);
        }
        return result;
    }

    private static void check(Mode mode, List<SegmentImage> planes) {
        if (planes.size() != mode.components()) {
            throw new ImageFormatException(
                    "mode " + mode + " is made of " + mode.components() + " components, not of " + planes.size());
        }
        Mode wanted = Splitting.modeOfComponent(mode);
        ImageSize size = planes.getFirst().size();
        mode.length(size);
        for (int i = 0; i < planes.size(); i++) {
            String name = "component " + mode.componentNames().get(i) + " of mode " + mode;
            if (planes.get(i).mode() != wanted) {
                throw new ImageFormatException(name + " is of mode " + wanted + ", not "
                        + planes.get(i).mode());
            }
            Subsampling part = mode.subsampling().get(i);
            ImageSize expected = new ImageSize(size.width() / part.x(), size.height() / part.y());
            if (!planes.get(i).size().equals(expected)) {
                throw new ImageFormatException(name + " is of size " + expected + " here, not "
                        + planes.get(i).size());
            }
        }
    }

    private static void append(List<SegmentImage> planes, SegmentImage result) {
        long at = 0;
        for (SegmentImage plane : planes) {
            long length = plane.segment().byteSize();
            MemorySegment.copy(plane.segment(), 0, result.segment(), at, length);
            at += length;
        }
    }

    private static void interleave(List<SegmentImage> planes, SegmentImage result) {
        int sample = result.mode().bytesPerComponent();
        LineReader[] readers = planes.stream()
                .map(plane -> new LineReader(plane.segment(), RUN))
                .toArray(LineReader[]::new);
        byte[][] from = new byte[readers.length][];
        int[] at = new int[readers.length];
        HeapBytes to = result.heapBytes();
        long[][] scratch = Interleaving.scratch();
        long planeBytes = result.size().pixels() * sample;
        for (long first = 0; first < planeBytes; first += RUN) {
            int run = (int) Math.min(RUN, planeBytes - first);
            for (int i = 0; i < readers.length; i++) {
                readers[i].read(first, run);
                from[i] = readers[i].array();
                at[i] = readers[i].position();
            }
            int toAt = to.offset() + (int) first * readers.length;
            Interleaving.merge(from, at, run, sample, to.array(), toAt, scratch);
        }
    }
}
