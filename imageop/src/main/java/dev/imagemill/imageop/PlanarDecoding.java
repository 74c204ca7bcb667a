package dev.imagemill.imageop;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.imagemill.imageop.kernel.Chroma;
import java.lang.foreign.MemorySegment;

/** Converts a planar image to a mode with colour, line by line. */
final class PlanarDecoding {
    private final SegmentImage result;
    private final MemorySegment y;
    private final ChromaLines cr;
    private final ChromaLines cb;
    private final Route route;
    private final Workbench bench;
    private final byte[] luma;
    private final byte[] quads;
    private final byte[] pixels;

    PlanarDecoding(SegmentImage source, SegmentImage result, ChromaUpsampling upsampling) {
        this.result = result;
        this.y = source.planes().get(0).segment();
        this.cr = new ChromaLines(source.planes().get(1), upsampling);
        this.cb = new ChromaLines(source.planes().get(2), upsampling);
        this.route = Route.between(source.mode(), result.mode());
        this.bench = new Workbench(route.depth(), result.size().width());
        this.luma = new byte[bench.run()];
        this.quads = bench.array();
        this.pixels = bench.array();
    }

    void run() {
        for (int line = 0; line < result.size().height(); line++) {
            cr.read(line);
            cb.read(line);
            decode(line);
        }
    }

    private void decode(int line) {
        int width = result.size().width();
        long begin = (long) line * width;
        for (int x = 0; x < width; x += bench.run()) {
            int run = Math.min(bench.run(), width - x);
            MemorySegment.copy(y, JAVA_BYTE, begin + x, luma, 0, run);
            Chroma.join(luma, cr.samples(), cb.samples(), x, quads, run);
            bench.apply(route.steps(), quads, 0, pixels, 0, run);
            long toAt = (begin + x) * route.toBytes();
            MemorySegment.copy(pixels, 0, result.segment(), JAVA_BYTE, toAt, run * route.toBytes());
        }
    }
}
