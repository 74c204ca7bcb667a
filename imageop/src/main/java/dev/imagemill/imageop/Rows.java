package dev.imagemill.imageop;

import static java.lang.foreign.ValueLayout.JAVA_CHAR_UNALIGNED;

import dev.imagemill.imageop.kernel.Weighing;
import java.lang.foreign.MemorySegment;

/** The rows of an image, to change its height. A strip is some samples of a row. */
final class Rows implements Lines {
    private static final int STRIP_SAMPLES = 1024;

    private final SegmentImage source;
    private final SegmentImage result;
    private final LineReader reader;
    private final HeapBytes to;
    private final char[] wide;
    private final int rowSamples;
    private final boolean narrow;

    Rows(SegmentImage source, SegmentImage result) {
        this.source = source;
        this.result = result;
        this.rowSamples = source.size().width() * source.mode().components();
        this.narrow = source.mode().bitsPerComponent() == Byte.SIZE;
        this.reader = new LineReader(source.segment(), stride());
        this.to = result.heapBytes();
        this.wide = new char[narrow ? 0 : stride()];
    }

    @Override
    public int stride() {
        return Math.min(STRIP_SAMPLES, rowSamples);
    }

    @Override
    public int strips() {
        return (rowSamples + STRIP_SAMPLES - 1) / STRIP_SAMPLES;
    }

    @Override
    public int samples(int strip) {
        return Math.min(STRIP_SAMPLES, rowSamples - strip * STRIP_SAMPLES);
    }

    @Override
    public void load(int strip, int first, int lines, float[] samples) {
        int count = samples(strip);
        for (int line = 0; line < lines; line++) {
            long at = (long) (first + line) * rowSamples + (long) strip * STRIP_SAMPLES;
            if (narrow) {
                reader.read(at, count);
                Weighing.toFloats(reader.array(), reader.position(), samples, line * stride(), count);
            } else {
                MemorySegment.copy(source.segment(), JAVA_CHAR_UNALIGNED, at * Character.BYTES, wide, 0, count);
                Weighing.toFloats(wide, 0, samples, line * stride(), count);
            }
        }
    }

    @Override
    public void store(int strip, int first, int lines, int[] samples) {
        int count = samples(strip);
        for (int line = 0; line < lines; line++) {
            int at = (first + line) * rowSamples + strip * STRIP_SAMPLES;
            if (narrow) {
                Weighing.toBytes(samples, line * stride(), to.array(), to.offset() + at, count);
            } else {
                Weighing.toChars(samples, line * stride(), wide, 0, count);
                MemorySegment.copy(wide, 0, result.segment(), JAVA_CHAR_UNALIGNED, (long) at * Character.BYTES, count);
            }
        }
    }
}
