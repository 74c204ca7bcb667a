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
    private final List<Step> toLuma;
    private final Workbench bench;
    private final byte[] samples;
    private final byte[] upper;
    private final byte[] lower;
    private final byte[] crRun;
    private final byte[] cbRun;

    PlanarEncoding(SegmentImage source, SegmentImage result) {
        this.source = source;
        this.y = result.planes().get(0).segment();
        this.cr = result.planes().get(1).segment();
        this.cb = result.planes().get(2).segment();
        this.route = Route.between(source.mode(), result.mode());
        this.toLuma = route.quadsToLuma();
        this.bench = new Workbench(route.depth(), source.size().width());
        this.samples = bench.array();
        this.upper = bench.array();
        this.lower = bench.array();
        this.crRun = new byte[bench.run() / 2];
        this.cbRun = new byte[bench.run() / 2];
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
        int pairs = run / 2;
        if (route.depth() == Byte.SIZE) {
            Chroma.halve8(upper, lower, pairs, crRun, cbRun);
        } else {
            Chroma.halve16(upper, lower, pairs, crRun, cbRun);
        }
        long chroma = (long) line / 2 * (width / 2) + x / 2;
        MemorySegment.copy(crRun, 0, cr, JAVA_BYTE, chroma, pairs);
        MemorySegment.copy(cbRun, 0, cb, JAVA_BYTE, chroma, pairs);
        storeLuma(upper, first, run);
        storeLuma(lower, first + width, run);
    }

    private void toQuads(byte[] quads, long first, int run) {
        MemorySegment.copy(source.segment(), JAVA_BYTE, first * route.fromBytes(), samples, 0, run * route.fromBytes());
        bench.apply(route.steps(), samples, 0, quads, 0, run);
    }

    private void storeLuma(byte[] quads, long first, int run) {
        bench.apply(toLuma, quads, 0, samples, 0, run);
        MemorySegment.copy(samples, 0, y, JAVA_BYTE, first, run);
    }
}
