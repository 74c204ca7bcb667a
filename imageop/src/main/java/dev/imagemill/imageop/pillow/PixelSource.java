package dev.imagemill.imageop.pillow;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The pixels of an image of either kind, to be read.
 *
 * @param palette of mode P, and of nothing else
 */
record PixelSource(
        Form form,
        ImageSize size,
        MemorySegment segment,
        @Nullable Palette palette) {
    static PixelSource of(Image image) {
        return new PixelSource(Form.of(image.mode()), image.size(), image.segment(), null);
    }

    static PixelSource of(PillowImage image) {
        boolean indexes = image.mode() == PillowMode.PALETTE;
        return new PixelSource(image.mode().form(), image.size(), image.segment(), indexes ? image.palette() : null);
    }

    /** A loop that reads {@code pixels} pixels, of which the one at index {@code at} of the array is number {@code first} of the image. */
    @FunctionalInterface
    interface Run {
        void read(byte[] pixels, int at, int first, int count);
    }

    /** Shows all pixels in a form, a run after the other. */
    void inRuns(Form wanted, Run run) {
        PixelReader reader = PixelReader.of(this, wanted, PixelRule.RUN);
        int pixels = Math.toIntExact(size.pixels());
        for (int first = 0; first < pixels; first += PixelRule.RUN) {
            int count = Math.min(PixelRule.RUN, pixels - first);
            reader.read(first, count);
            run.read(reader.array(), reader.position(), first, count);
        }
    }

    /** Applies a rule that makes {@code bytes} bytes of a pixel, in a form, to all pixels. */
    void apply(Form wanted, PixelRule rule, int bytes, byte[] result) {
        inRuns(wanted, (pixels, at, first, count) -> rule.apply(pixels, at, result, first * bytes, count));
    }

    /** The image in a mode of PEP 368 that a rule makes of the pixels as they are. */
    Image toImage(Mode mode, PixelRule rule) {
        byte[] result = PillowImage.allocate(size, mode.bytesPerPixel());
        apply(form, rule, mode.bytesPerPixel(), result);
        return Images.wrap(mode, size, MemorySegment.ofArray(result));
    }

    /** All pixels in a form, in an array of their own. */
    byte[] toArray(Form wanted) {
        if (form == wanted) {
            return copy();
        }
        byte[] result = PillowImage.allocate(size, wanted.bytes());
        apply(form, Rules.between(this, wanted), wanted.bytes(), result);
        return result;
    }

    /** An array that is copied from another is not filled with zeros first. */
    private byte[] copy() {
        int length = PillowImage.length(size, form.bytes());
        if (segment.heapBase().orElse(null) instanceof byte[] heap) {
            int at = Math.toIntExact(segment.address());
            return Arrays.copyOfRange(heap, at, at + length);
        }
        return segment.toArray(ValueLayout.JAVA_BYTE);
    }
}
