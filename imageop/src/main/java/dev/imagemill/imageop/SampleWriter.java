package dev.imagemill.imageop;

import static java.lang.foreign.ValueLayout.JAVA_CHAR_UNALIGNED;

import dev.imagemill.imageop.kernel.Depth;
import java.lang.foreign.MemorySegment;

/** Writes runs of 16-bit samples to an image on the heap, narrowing them if its samples have 8 bits. */
final class SampleWriter {
    private final SegmentImage target;
    private final HeapBytes bytes;

    SampleWriter(SegmentImage target) {
        this.target = target;
        this.bytes = target.heapBytes();
    }

    /** Writes {@code samples} samples to the one at {@code first} on. */
    void write(char[] from, long first, int samples) {
        if (target.mode().bitsPerComponent() == Byte.SIZE) {
            Depth.narrow(from, bytes.array(), bytes.offset() + Math.toIntExact(first), samples);
        } else {
            MemorySegment.copy(from, 0, target.segment(), JAVA_CHAR_UNALIGNED, first * Character.BYTES, samples);
        }
    }
}
