package dev.imagemill.imageop;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.imagemill.imageop.kernel.Chroma;
import java.lang.foreign.MemorySegment;
import java.util.List;

/** Converts an image with colour to a planar mode, two lines at a time. */
final class PlanarEncoding {
    private final SegmentImage source;
    private final MemorySegment y;
    private final MemorySegment cr;
    private final MemorySegment cb;
    private final Route route;
    private final List<Step> toPlane;
    private final Workbench bench;
    private final byte[] upper;
    private final byte[] lower;
    private final byte[] halved;
    private final byte[] samples;

    PlanarEncoding(SegmentImage source, SegmentImage result) {
        this.source = source;
        this.y = result.planes().get(0).segment();
        this.cr = result.planes().get(1).segment();
        this.cb = result.planes().get(2).segment();
        this.route = Route.between(source.mode(), result.mode());
        this.toPlane = route.quadsToPlane();
        this.bench = new Workbench(route.depth(), source.size().width());
        this.upper = bench.array();
        this.lower = bench.array();
        this.halved = bench.array();
        this.samples = bench.array();
    }

    void run() {
        ImageSize size = source.size();
        for (int line = 0; line < size.height(); line += 2) {
            for (int x = 0; x < size.width(); x += bench.run()) {
                encode(line, x, Math.min(bench.run(), size.width() - x));
            }
        }
    }

    private void encode(int line, int x, int run) {
        int width = source.size().width();
        long first = (long) line * width + x;
        toQuads(upper, first, run);
        toQuads(lower, first + width, run);
        if (route.depth() == Byte.SIZE) {
            Chroma.halve8(upper, lower, halved, run / 2, bench.lanes());
        } else {
            Chroma.halve16(upper, lower, halved, run / 2);
        }
        store(upper, 0, y, first, run);
        store(lower, 0, y, first + width, run);
        long chroma = (long) line / 2 * (width / 2) + x / 2;
        store(halved, 0, cr, chroma, run / 2);
        store(halved, 1, cb, chroma, run / 2);
    }

    private void toQuads(byte[] quads, long first, int run) {
        MemorySegment.copy(source.segment(), JAVA_BYTE, first * route.fromBytes(), samples, 0, run * route.fromBytes());
        bench.apply(route.steps(), samples, 0, quads, 0, run);
    }

    /** Stores one sample of each quad. */
    private void store(byte[] quads, int sample, MemorySegment plane, long first, int count) {
        bench.apply(toPlane, quads, sample * route.depth() / Byte.SIZE, samples, 0, count);
        MemorySegment.copy(samples, 0, plane, JAVA_BYTE, first, count);
    }
}
