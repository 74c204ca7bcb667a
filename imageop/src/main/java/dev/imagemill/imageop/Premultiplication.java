package dev.imagemill.imageop;

import static java.lang.foreign.ValueLayout.JAVA_CHAR_UNALIGNED;

import dev.imagemill.imageop.kernel.Alpha16;
import dev.imagemill.imageop.kernel.Alpha8;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** Multiplies colours by their alpha before they are averaged, and divides them again after; both in place. */
final class Premultiplication {
    private static final int RUN = 1024;

    private final int components;
    private final boolean narrow;
    private final char[] samples;
    /** The array that 16-bit lines are in. */
    private byte[] array = {};

    private MemorySegment segment = MemorySegment.ofArray(array);

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
            return;
        }
        wrap(bytes);
        for (int first = 0; first < pixels; first += RUN) {
            int run = Math.min(RUN, pixels - first);
            read(at, first, run);
            Alpha16.premultiply(samples, components, run);
            write(at, first, run);
        }
    }

    void divide(byte[] bytes, int at, int pixels) {
        if (narrow) {
            Alpha8.unpremultiply(bytes, at, components, pixels);
            return;
        }
        wrap(bytes);
        for (int first = 0; first < pixels; first += RUN) {
            int run = Math.min(RUN, pixels - first);
            read(at, first, run);
            Alpha16.unpremultiply(samples, components, run);
            write(at, first, run);
        }
    }

    /** Makes a segment of an array, unless it is the one that lines were in before. */
    private void wrap(byte[] bytes) {
        if (array != bytes) {
            array = bytes;
            segment = MemorySegment.ofArray(bytes);
        }
    }

    private void read(int at, int first, int run) {
        MemorySegment.copy(segment, JAVA_CHAR_UNALIGNED, position(at, first), samples, 0, run * components);
    }

    private void write(int at, int first, int run) {
        MemorySegment.copy(samples, 0, segment, JAVA_CHAR_UNALIGNED, position(at, first), run * components);
    }

    private long position(int at, int first) {
        return at + (long) first * components * Character.BYTES;
    }
}
