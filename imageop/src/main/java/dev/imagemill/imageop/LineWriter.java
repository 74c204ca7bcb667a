package dev.imagemill.imageop;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * Lets runs of a segment's bytes be written as parts of a {@code byte[]}: in place if it is on the heap, otherwise in
 * one scratch array that is copied to the segment after. The twin of {@link LineReader}.
 */
final class LineWriter {
    private final MemorySegment segment;
    private final @Nullable HeapBytes heap;
    private final byte[] array;
    private long offset;
    private int position;

    /** @param longest the largest number of bytes that will be written at once */
    LineWriter(MemorySegment segment, int longest) {
        this.segment = segment;
        this.heap = HeapBytes.of(segment);
        this.array = heap == null ? new byte[longest] : heap.array();
    }

    /** Makes the bytes from {@code at} writable in {@link #array()} from {@link #position()}; all of them will be. */
    void begin(long at) {
        offset = at;
        if (heap != null) {
            position = heap.offset() + Math.toIntExact(at);
        }
    }

    /** As {@link #begin(long)}, for {@code length} bytes of which some will be left as they are. */
    void beginWithGaps(long at, int length) {
        begin(at);
        if (heap == null) {
            MemorySegment.copy(segment, JAVA_BYTE, offset, array, 0, length);
        }
    }

    /** Ends writing {@code length} bytes. */
    void end(int length) {
        if (heap == null) {
            MemorySegment.copy(array, 0, segment, JAVA_BYTE, offset, length);
        }
    }

    byte[] array() {
        return array;
    }

    int position() {
        return position;
    }
}
