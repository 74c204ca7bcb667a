package dev.imagemill.transform.engine;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_CHAR_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.Mode;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Optional;

/**
 * The luminance of a picture's pixels in the order of size, of those that are not wholly transparent.
 *
 * <p>Values are not sorted but counted: those of 32 bits by their upper half, and then, of one upper half, by the lower.
 */
final class Luminance {
    private static final int HALF = Character.SIZE;
    private static final int VALUES = 1 << HALF;

    private final Image luma;
    private final Image picture;
    /** How many bits the counts leave out at first. */
    private final int shift;

    private final long[] counts;

    private Luminance(Image luma, Image picture) {
        this.luma = luma;
        this.picture = picture;
        this.shift = luma.bitsPerComponent() > HALF ? HALF : 0;
        this.counts = count(shift, 0);
    }

    /**
     * A part of the range of luminance.
     *
     * @param dark the value at its lower end
     * @param light the value at its upper end
     */
    record Span(long dark, long light) {}

    /** @param picture grey or RGB */
    static Luminance of(Image picture) {
        Mode grey = picture.bitsPerComponent() == Byte.SIZE ? Mode.L : Mode.L16;
        return new Luminance(picture.components() == 1 ? picture : picture.convert(grey), picture);
    }

    /**
     * What is left if the darkest and the lightest pixels are set aside, their numbers rounded down; nothing if no pixel can be seen.
     *
     * @param lower percentage of pixels that are darker
     * @param upper percentage of pixels that are not lighter
     */
    Optional<Span> span(double lower, double upper) {
        long visible = Arrays.stream(counts).sum();
        if (visible == 0) {
            return Optional.empty();
        }
        long darker = (long) Math.floor(visible * lower / 100);
        long lighter = (long) Math.floor(visible * (100 - upper) / 100);
        return Optional.of(new Span(value(darker), value(visible - 1 - lighter)));
    }

    /** The value that so many others come before. */
    private long value(long rank) {
        int upper = find(counts, rank);
        if (shift == 0) {
            return upper;
        }
        long before = Arrays.stream(counts, 0, upper).sum();
        return ((long) upper << HALF) + find(count(0, upper), rank - before);
    }

    private static int find(long[] counts, long rank) {
        int value = 0;
        for (long upTo = counts[0]; upTo <= rank; upTo += counts[value]) {
            value++;
        }
        return value;
    }

    /** How often each number of 16 bits comes after {@code leftOut} bits were left out, of values that have {@code upper} above it. */
    private long[] count(int leftOut, long upper) {
        long[] found = new long[VALUES];
        MemorySegment values = luma.segment();
        int width = luma.mode().bytesPerComponent();
        boolean alpha = picture.mode().hasAlpha();
        long pixels = luma.size().pixels();
        for (long i = 0; i < pixels; i++) {
            if (!alpha || visible(i)) {
                long value = sample(values, i * width, width);
                if (value >>> (leftOut + HALF) == upper) {
                    found[(int) (value >>> leftOut) & (VALUES - 1)]++;
                }
            }
        }
        return found;
    }

    private boolean visible(long pixel) {
        int width = picture.mode().bytesPerComponent();
        long next = (pixel + 1) * picture.mode().bytesPerPixel();
        return sample(picture.segment(), next - width, width) != 0;
    }

    private static long sample(MemorySegment segment, long offset, int width) {
        return switch (width) {
            case 1 -> Byte.toUnsignedLong(segment.get(JAVA_BYTE, offset));
            case 2 -> segment.get(JAVA_CHAR_UNALIGNED, offset);
            default -> Integer.toUnsignedLong(segment.get(JAVA_INT_UNALIGNED, offset));
        };
    }
}
