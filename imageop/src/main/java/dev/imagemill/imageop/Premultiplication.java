package dev.imagemill.imageop;

import dev.imagemill.imageop.kernel.Alpha16;
import dev.imagemill.imageop.kernel.Alpha8;

/** Multiplies colours by their alpha before they are averaged, and divides them again after. */
final class Premultiplication {
    private static final int RUN = 4096;

    private Premultiplication() {}

    /** A premultiplied copy on the heap. */
    static SegmentImage premultiply(SegmentImage source) {
        SegmentImage copy = source.copy();
        int step = copy.mode().components();
        if (copy.mode().bitsPerComponent() == Byte.SIZE) {
            HeapBytes bytes = copy.heapBytes();
            Alpha8.premultiply(
                    bytes.array(), bytes.offset(), step, (int) copy.size().pixels());
        } else {
            inRuns16(copy, (samples, pixels) -> Alpha16.premultiply(samples, step, pixels));
        }
        return copy;
    }

    /** The same image, which is on the heap, with its colours divided by their alpha in place. */
    static SegmentImage undo(SegmentImage image) {
        int step = image.mode().components();
        if (image.mode().bitsPerComponent() == Byte.SIZE) {
            HeapBytes bytes = image.heapBytes();
            Alpha8.unpremultiply(
                    bytes.array(), bytes.offset(), step, (int) image.size().pixels());
        } else {
            inRuns16(image, (samples, pixels) -> Alpha16.unpremultiply(samples, step, pixels));
        }
        return image;
    }

    private static void inRuns16(SegmentImage image, Kernel16 kernel) {
        int step = image.mode().components();
        SampleReader reader = new SampleReader(image, RUN * step);
        SampleWriter writer = new SampleWriter(image);
        char[] samples = new char[RUN * step];
        long pixels = image.size().pixels();
        for (long first = 0; first < pixels; first += RUN) {
            int run = (int) Math.min(RUN, pixels - first);
            reader.read(first * step, samples, run * step);
            kernel.apply(samples, run);
            writer.write(samples, first * step, run * step);
        }
    }

    private interface Kernel16 {
        void apply(char[] samples, int pixels);
    }
}
