package dev.imagemill.imageop;

import java.lang.foreign.MemorySegment;

/** Fills an image with one colour. */
final class Fill {
    private Fill() {}

    static void fill(SegmentImage image, long... color) {
        checkColor(image.mode(), image.mode().components(), color);
        if (image.mode().planar()) {
            fillPlanes(image, color);
        } else {
            fillPixels(image, color);
        }
    }

    static void checkColor(Mode mode, int components, long... color) {
        if (color.length != components) {
            throw new ImageFormatException(
                    "a colour for mode " + mode + " has " + components + " components here, not " + color.length);
        }
        for (long value : color) {
            checkValue(mode, value);
        }
    }

    static void checkValue(Mode mode, long value) {
        if (value < 0 || value > mode.maxValue()) {
            throw new ImageFormatException(
                    "a component of mode " + mode + " is 0 to " + mode.maxValue() + ", not " + value);
        }
    }

    private static void fillPlanes(SegmentImage image, long... color) {
        for (int i = 0; i < color.length; i++) {
            image.plane(i).segment().fill((byte) color[i]);
        }
    }

    /** Writes the first pixel, then doubles what is written until all is. */
    private static void fillPixels(SegmentImage image, long... color) {
        MemorySegment segment = image.segment();
        for (int i = 0; i < color.length; i++) {
            image.setComponent(0, 0, i, color[i]);
        }
        long done = image.mode().bytesPerPixel();
        while (done < segment.byteSize()) {
            long more = Math.min(done, segment.byteSize() - done);
            MemorySegment.copy(segment, 0, segment, done, more);
            done += more;
        }
    }
}
