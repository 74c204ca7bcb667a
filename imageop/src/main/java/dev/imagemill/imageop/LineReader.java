package dev.imagemill.imageop;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * Shows runs of a segment's bytes as parts of a {@code byte[]}: in place if it is on the heap, otherwise copied into
 * one scratch array.
 */
final class LineReader {
    private final MemorySegment segment;
    private final @Nullable HeapBytes heap;
    private final byte[] array;
    private int position;

    /** @param longest the largest number of bytes a read will ask for */
    LineReader(MemorySegment segment, int longest) {
        this(segment, HeapBytes.of(segment), longest);
    }

    private LineReader(MemorySegment segment, @Nullable HeapBytes heap, int longest) {
        this.segment = segment;
        this.heap = heap;
        this.array = heap == null ? new byte[longest] : heap.array();
    }

    /**
     * A reader that copies from the heap too: what is then read backwards is read from the cache, and memory is slow to
     * read backwards.
     */
    static LineReader copying(MemorySegment segment, int longest) {
        return new LineReader(segment, null, longest);
    }

    /** Makes {@code length} bytes from {@code offset} readable in {@link #array()} from {@link #position()}. */
    void read(long offset, int length) {
        if (heap == null) {
            MemorySegment.copy(segment, JAVA_BYTE, offset, array, 0, length);
        } else {
            position = heap.offset() + Math.toIntExact(offset);
        }
    }

    byte[] array() {
        return array;
    }

    int position() {
        return position;
    }
}
