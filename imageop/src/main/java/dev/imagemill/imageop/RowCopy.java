package dev.imagemill.imageop;

import dev.imagemill.imageop.kernel.Reversing;
import dev.imagemill.imageop.kernel.Striding;
import java.lang.foreign.MemorySegment;

/**
 * Copies a row of evenly spaced pixels to evenly spaced places, for one row after the other. On either side the row
 * begins with its lowest pixel in memory, even if it runs backwards from the highest.
 */
final class RowCopy {
    /** Short enough for the first-level cache, from which a run is reversed. */
    private static final int RUN_BYTES = 24 * 1024;

    private final MemorySegment from;
    private final MemorySegment to;
    private final int pixelBytes;
    private final int count;
    private final int fromStep;
    private final int toStep;
    private final LineReader reader;
    private final LineWriter writer;
    private final long[] scratch;

    /**
     * @param fromStep pixels from one to the next in the source, negative to run backwards
     * @param toStep pixels from one to the next in the target, negative to run backwards
     */
    RowCopy(SegmentImage from, int fromStep, SegmentImage to, int toStep, int count) {
        this.from = from.segment();
        this.to = to.segment();
        this.pixelBytes = from.mode().bytesPerPixel();
        this.count = count;
        this.fromStep = fromStep;
        this.toStep = toStep;
        int longest = strided() ? span(fromStep) : reversed() ? RUN_BYTES : 0;
        this.reader = fromStep < 0 || reversed()
                ? LineReader.copying(this.from, longest)
                : new LineReader(this.from, longest);
        this.writer = new LineWriter(this.to, strided() ? span(toStep) : reversed() ? RUN_BYTES : 0);
        this.scratch = new long[reversed() ? Reversing.SCRATCH : 0];
    }

    private boolean reversed() {
        return fromStep * (long) toStep == -1;
    }

    private boolean strided() {
        return Math.abs(fromStep) != 1 || Math.abs(toStep) != 1;
    }

    /** Bytes from the lowest pixel to the end of the highest. */
    private int span(int step) {
        return Math.toIntExact(((count - 1) * Math.abs((long) step) + 1) * pixelBytes);
    }

    void copy(long fromAt, long toAt) {
        if (strided()) {
            copyStrided(fromAt, toAt);
        } else if (reversed()) {
            copyReversed(fromAt, toAt);
        } else {
            MemorySegment.copy(from, fromAt, to, toAt, (long) count * pixelBytes);
        }
    }

    private void copyReversed(long fromAt, long toAt) {
        int runPixels = RUN_BYTES / pixelBytes;
        long end = fromAt + (long) count * pixelBytes;
        for (long done = 0; done < count; done += runPixels) {
            int pixels = (int) Math.min(runPixels, count - done);
            int length = pixels * pixelBytes;
            long doneBytes = done * pixelBytes;
            reader.read(end - doneBytes - length, length);
            writer.begin(toAt + doneBytes);
            Reversing.reverse(
                    reader.array(), reader.position(), writer.array(), writer.position(), pixels, pixelBytes, scratch);
            writer.end(length);
        }
    }

    private void copyStrided(long fromAt, long toAt) {
        reader.read(fromAt, span(fromStep));
        writer.beginWithGaps(toAt, span(toStep));
        Striding.copy(
                reader.array(),
                reader.position() + first(fromStep),
                fromStep * pixelBytes,
                writer.array(),
                writer.position() + first(toStep),
                toStep * pixelBytes,
                count,
                pixelBytes);
        writer.end(span(toStep));
    }

    /** Where the first pixel lies after the lowest. */
    private int first(int step) {
        return step < 0 ? span(step) - pixelBytes : 0;
    }
}
