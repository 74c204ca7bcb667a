package dev.imagemill.imageop;

import dev.imagemill.imageop.kernel.Alpha16;
import dev.imagemill.imageop.kernel.Alpha8;
import java.util.Arrays;

/** Composites an image with alpha onto an opaque background of one colour. */
final class Flattening {
    private static final int RUN = 4096;

    private Flattening() {}

    static Image flatten(SegmentImage source, long... background) {
        Mode mode = source.mode();
        int colors = mode.hasAlpha() ? mode.components() - 1 : mode.components();
        Fill.checkColor(mode, colors, background);
        if (!mode.hasAlpha()) {
            return source.copy();
        }
        SegmentImage result = Images.allocate(withoutAlpha(mode), source.size());
        int[] color = Arrays.stream(background).mapToInt(Math::toIntExact).toArray();
        if (mode.bitsPerComponent() == Byte.SIZE) {
            flatten8(source, color, result);
        } else {
            flatten16(source, color, result);
        }
        return result;
    }

    private static Mode withoutAlpha(Mode mode) {
        boolean narrow = mode.bitsPerComponent() == Byte.SIZE;
        return mode.family() == ColorFamily.GRAY ? (narrow ? Mode.L : Mode.L16) : (narrow ? Mode.RGB : Mode.RGB48);
    }

    private static void flatten8(SegmentImage source, int[] background, SegmentImage result) {
        int step = source.mode().components();
        LineReader reader = new LineReader(source.segment(), RUN * step);
        HeapBytes to = result.heapBytes();
        long pixels = source.size().pixels();
        for (long first = 0; first < pixels; first += RUN) {
            int run = (int) Math.min(RUN, pixels - first);
            reader.read(first * step, run * step);
            int toAt = to.offset() + Math.toIntExact(first * (step - 1));
            Alpha8.flatten(reader.array(), reader.position(), step, background, to.array(), toAt, run);
        }
    }

    private static void flatten16(SegmentImage source, int[] background, SegmentImage result) {
        int step = source.mode().components();
        SampleReader reader = new SampleReader(source, RUN * step);
        SampleWriter writer = new SampleWriter(result);
        char[] from = new char[RUN * step];
        char[] to = new char[RUN * (step - 1)];
        long pixels = source.size().pixels();
        for (long first = 0; first < pixels; first += RUN) {
            int run = (int) Math.min(RUN, pixels - first);
            reader.read(first * step, from, run * step);
            Alpha16.flatten(from, step, background, to, run);
            writer.write(to, first * (step - 1), run * (step - 1));
        }
    }
}
