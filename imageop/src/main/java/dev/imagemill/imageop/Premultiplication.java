package dev.imagemill.imageop;

import static java.lang.foreign.ValueLayout.JAVA_CHAR_UNALIGNED;

import dev.imagemill.imageop.kernel.Alpha16;
import dev.imagemill.imageop.kernel.Alpha8;
import java.lang.foreign.MemorySegment;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Multiplies colours by their alpha before they are averaged, and divides them again after; both in place. */
final class Premultiplication {
    private static final int RUN = 1024;

    private final int components;
    private final boolean narrow;
    private final char[] samples;

    private Premultiplication(Mode mode) {
        this.components = mode.components();
        this.narrow = mode.bitsPerComponent() == Byte.SIZE;
        this.samples = new char[narrow ? 0 : RUN * components];
    }

    /** That of a mode, or null if it has no alpha. */
    static @Nullable Premultiplication of(Mode mode) {
        return mode.hasAlpha() ? new Premultiplication(mode) : null;
    }

    /** A premultiplied copy on the heap of an image that has alpha. */
    static SegmentImage premultiply(SegmentImage source) {
        SegmentImage copy = source.copy();
        HeapBytes bytes = copy.heapBytes();
        new Premultiplication(copy.mode())
                .multiply(bytes.array(), bytes.offset(), (int) copy.size().pixels());
        return copy;
    }

    /** The same image, which is on the heap and has alpha, with its colours divided by their alpha in place. */
    static SegmentImage undo(SegmentImage image) {
        HeapBytes bytes = image.heapBytes();
        new Premultiplication(image.mode())
                .divide(bytes.array(), bytes.offset(), (int) image.size().pixels());
        return image;
    }

    void multiply(byte[] bytes, int at, int pixels) {
        if (narrow) {
            Alpha8.premultiply(bytes, at, components, pixels);
        } else {
            inRuns16(bytes, at, pixels, run -> Alpha16.premultiply(samples, components, run));
        }
    }

    void divide(byte[] bytes, int at, int pixels) {
        if (narrow) {
            Alpha8.unpremultiply(bytes, at, components, pixels);
        } else {
            inRuns16(bytes, at, pixels, run -> Alpha16.unpremultiply(samples, components, run));
        }
    }

    private void inRuns16(byte[] bytes, int at, int pixels, IntConsumer kernel) {
        MemorySegment segment = MemorySegment.ofArray(bytes);
        for (int first = 0; first < pixels; first += RUN) {
            int run = Math.min(RUN, pixels - first);
            long from = at + (long) first * components * Character.BYTES;
            MemorySegment.copy(segment, JAVA_CHAR_UNALIGNED, from, samples, 0, run * components);
            kernel.accept(run);
            MemorySegment.copy(samples, 0, segment, JAVA_CHAR_UNALIGNED, from, run * components);
        }
    }
}
