package dev.imagemill.imageop;

import static java.lang.foreign.ValueLayout.JAVA_CHAR_UNALIGNED;

import dev.imagemill.imageop.kernel.Depth;
import java.lang.foreign.MemorySegment;

/** Reads runs of 8 or 16-bit samples as 16-bit ones, widening those of 8. */
final class SampleReader {
    private final SegmentImage source;
    private final LineReader bytes;

    /** @param longest the largest number of samples a read will ask for */
    SampleReader(SegmentImage source, int longest) {
        this.source = source;
        this.bytes = new LineReader(source.segment(), longest);
    }

    /** Reads {@code samples} samples from the one at {@code first} on. */
    void read(long first, char[] to, int samples) {
        if (source.mode().bitsPerComponent() == Byte.SIZE) {
            bytes.read(first, samples);
            Depth.widen(bytes.array(), bytes.position(), to, samples);
        } else {
            MemorySegment.copy(source.segment(), JAVA_CHAR_UNALIGNED, first * Character.BYTES, to, 0, samples);
        }
    }
}
