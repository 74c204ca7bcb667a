package dev.imagemill.imageop;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;

/** Lets a kernel change bytes where they are, a run at a time that fits the first-level cache; native memory by way of a scratch array. */
final class Runs {
    /** Bytes of a run: whole pixels of every mode, and of every pair of them. */
    static final int BYTES = 3 << 13;

    private Runs() {}

    /** A loop that changes bytes in place. */
    interface Kernel {
        void apply(byte[] bytes, int at, int length);
    }

    /**
     * Changes a segment's bytes.
     *
     * @throws UnsupportedOperationException if the memory is read-only
     */
    static void change(MemorySegment segment, Kernel kernel) {
        checkWritable(segment);
        HeapBytes heap = HeapBytes.of(segment);
        byte[] scratch = heap == null ? new byte[(int) Math.min(BYTES, segment.byteSize())] : heap.array();
        for (long first = 0; first < segment.byteSize(); first += BYTES) {
            int length = (int) Math.min(BYTES, segment.byteSize() - first);
            if (heap == null) {
                MemorySegment.copy(segment, JAVA_BYTE, first, scratch, 0, length);
                kernel.apply(scratch, 0, length);
                MemorySegment.copy(scratch, 0, segment, JAVA_BYTE, first, length);
            } else {
                kernel.apply(scratch, heap.offset() + (int) first, length);
            }
        }
    }

    static void checkWritable(MemorySegment segment) {
        if (segment.isReadOnly()) {
            throw new UnsupportedOperationException("the image's memory is read-only");
        }
    }

    /** Copies a segment's bytes to an array on the heap and changes them there. */
    static void copy(MemorySegment from, HeapBytes to, Kernel kernel) {
        for (long first = 0; first < from.byteSize(); first += BYTES) {
            int length = (int) Math.min(BYTES, from.byteSize() - first);
            int at = to.offset() + Math.toIntExact(first);
            MemorySegment.copy(from, JAVA_BYTE, first, to.array(), at, length);
            kernel.apply(to.array(), at, length);
        }
    }
}
