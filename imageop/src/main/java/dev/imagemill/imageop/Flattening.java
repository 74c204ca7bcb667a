package dev.imagemill.imageop;

import dev.imagemill.imageop.kernel.Alpha16;
import dev.imagemill.imageop.kernel.Composition8;
import java.util.Arrays;

/** Composites an image with alpha onto an opaque background of one colour. */
final class Flattening {
    private static final int RUN = Composition8.PIXELS;

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
        flatten(source, color, result);
        return result;
    }

    /** The mode with the same colours and no alpha; the mode itself if it has none. */
    static Mode withoutAlpha(Mode mode) {
        return switch (mode) {
            case LA -> Mode.L;
            case LA32 -> Mode.L16;
            case RGBA -> Mode.RGB;
            case RGBA64 -> Mode.RGB48;
            case L, L16, L32, RGB, RGB48, YV12, JPEG_YV12, CMYK, CMYK64 -> mode;
        };
    }

    private static void flatten(SegmentImage source, int[] background, SegmentImage result) {
        int step = source.mode().components();
        int fromBytes = source.mode().bytesPerPixel();
        int toBytes = result.mode().bytesPerPixel();
        boolean narrow = source.mode().bitsPerComponent() == Byte.SIZE;
        int[][] scratch = Composition8.scratch();
        LineReader reader = new LineReader(source.segment(), RUN * fromBytes);
        HeapBytes to = result.heapBytes();
        long pixels = source.size().pixels();
        for (long first = 0; first < pixels; first += RUN) {
            int run = (int) Math.min(RUN, pixels - first);
            reader.read(first * fromBytes, run * fromBytes);
            int toAt = to.offset() + Math.toIntExact(first * toBytes);
            if (narrow) {
                Composition8.flatten(
                        reader.array(), reader.position(), step, background, to.array(), toAt, run, scratch);
            } else {
                Alpha16.flatten(reader.array(), reader.position(), step, background, to.array(), toAt, run);
            }
        }
    }
}
