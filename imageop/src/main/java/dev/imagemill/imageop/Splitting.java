package dev.imagemill.imageop;

import dev.imagemill.imageop.kernel.Interleaving;
import java.util.List;
import java.util.stream.IntStream;

/** Copies every component of an image into an image of its own. */
final class Splitting {
    private static final int RUN = 1 << 13;

    private Splitting() {}

    static List<Image> split(SegmentImage source) {
        Mode mode = source.mode();
        if (mode.planar()) {
            return IntStream.range(0, mode.components())
                    .<Image>mapToObj(i -> source.plane(i).copy())
                    .toList();
        }
        if (mode.components() == 1) {
            return List.of(source.copy());
        }
        List<SegmentImage> planes = IntStream.range(0, mode.components())
                .mapToObj(i -> Images.allocate(modeOfComponent(mode), source.size()))
                .toList();
        splitInto(source, planes);
        return List.copyOf(planes);
    }

    /** The mode that one component of this one has by itself. */
    static Mode modeOfComponent(Mode mode) {
        return switch (mode.bytesPerComponent()) {
            case 1 -> Mode.L;
            case 2 -> Mode.L16;
            default -> Mode.L32;
        };
    }

    private static void splitInto(SegmentImage source, List<SegmentImage> planes) {
        int sample = source.mode().bytesPerComponent();
        byte[][] to = planes.stream().map(plane -> plane.heapBytes().array()).toArray(byte[][]::new);
        LineReader reader = new LineReader(source.segment(), RUN * to.length);
        long[][] scratch = Interleaving.scratch();
        long planeBytes = source.size().pixels() * sample;
        for (long first = 0; first < planeBytes; first += RUN) {
            int run = (int) Math.min(RUN, planeBytes - first);
            reader.read(first * to.length, run * to.length);
            Interleaving.split(reader.array(), reader.position(), to, (int) first, run, sample, scratch);
        }
    }
}
