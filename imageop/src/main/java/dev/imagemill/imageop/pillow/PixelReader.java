package dev.imagemill.imageop.pillow;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** Shows pixels of an image as part of a {@code byte[]}, in the form asked for: in place if nothing needs to be done, otherwise in scratch memory. */
final class PixelReader {
    private final MemorySegment segment;
    private final int fromBytes;
    private final int toBytes;
    private final @Nullable PixelRule rule;
    private final byte @Nullable [] heap;

    /** Native memory is copied here before a rule is applied. */
    private final byte[] copied;

    private final byte[] array;
    private int position;

    private PixelReader(PixelSource source, @Nullable PixelRule rule, int toBytes, int longest) {
        this.segment = source.segment();
        this.fromBytes = source.form().bytes();
        this.toBytes = toBytes;
        this.rule = rule;
        this.heap = segment.heapBase().orElse(null) instanceof byte[] bytes ? bytes : null;
        this.copied = heap == null && rule != null ? new byte[PixelRule.RUN * fromBytes] : new byte[0];
        this.array = heap != null && rule == null ? heap : new byte[longest * toBytes];
    }

    /** @param longest the largest number of pixels a read will ask for */
    static PixelReader of(PixelSource source, Form wanted, int longest) {
        PixelRule rule = source.form() == wanted ? null : Rules.between(source, wanted);
        return new PixelReader(source, rule, wanted.bytes(), longest);
    }

    /** A reader of the luma that is dithered. */
    static PixelReader ofLuma(PixelSource source, int longest) {
        return source.form() == Form.GRAY
                ? of(source, Form.GRAY, longest)
                : new PixelReader(source, Rules.toDither(source), 1, longest);
    }

    /** Makes {@code pixels} pixels from number {@code first} on readable in {@link #array()} from {@link #position()}. */
    void read(long first, int pixels) {
        if (rule == null && heap != null) {
            position = heapIndex(first);
        } else if (rule == null) {
            MemorySegment.copy(segment, JAVA_BYTE, first * fromBytes, array, 0, pixels * fromBytes);
        } else {
            convert(rule, first, pixels);
        }
    }

    private void convert(PixelRule by, long first, int pixels) {
        for (int done = 0; done < pixels; done += PixelRule.RUN) {
            int run = Math.min(PixelRule.RUN, pixels - done);
            if (heap != null) {
                by.apply(heap, heapIndex(first + done), array, done * toBytes, run);
            } else {
                MemorySegment.copy(segment, JAVA_BYTE, (first + done) * fromBytes, copied, 0, run * fromBytes);
                by.apply(copied, 0, array, done * toBytes, run);
            }
        }
    }

    /** The address of a heap segment is the offset in its array. */
    private int heapIndex(long pixel) {
        return Math.toIntExact(segment.address() + pixel * fromBytes);
    }

    byte[] array() {
        return array;
    }

    int position() {
        return position;
    }
}
