package dev.imagemill.imageop;

import java.lang.foreign.MemorySegment;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The array that a segment on the heap is over, and where in it the segment begins.
 *
 * @param offset index of the segment's first byte
 */
@SuppressWarnings("ArrayRecordComponent") // a short-lived handle on memory, never compared
record HeapBytes(byte[] array, int offset) {
    /** The segment's array, or null if it is native or read-only. */
    static @Nullable HeapBytes of(MemorySegment segment) {
        // The address of a heap segment is the offset in its array.
        return segment.heapBase().orElse(null) instanceof byte[] array
                ? new HeapBytes(array, Math.toIntExact(segment.address()))
                : null;
    }

    /** The array of a segment that this library allocated. */
    static HeapBytes require(MemorySegment segment) {
        return Objects.requireNonNull(of(segment), "the segment is not on the heap");
    }
}
