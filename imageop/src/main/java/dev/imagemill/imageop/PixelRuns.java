package dev.imagemill.imageop;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * Takes all pixels of a piece of memory over a route, run by run: from a heap array to the result in place, but native memory and the last run,
 * beyond which steps must not read or write, by way of arrays of their own.
 */
final class PixelRuns {
    private final MemorySegment from;
    private final @Nullable HeapBytes fromHeap;
    private final HeapBytes to;
    private final Route route;
    private final int pixels;
    private final Workbench bench;
    private final int run;
    private final byte[] in;

    private PixelRuns(MemorySegment from, HeapBytes to, Route route) {
        this.from = from;
        this.fromHeap = HeapBytes.of(from);
        this.to = to;
        this.route = route;
        this.pixels = Math.toIntExact(from.byteSize() / route.fromBytes());
        this.bench = new Workbench(route.depth(), pixels);
        this.run = bench.run();
        this.in = bench.array();
    }

    /** @param to memory on the heap, of as many pixels */
    static void convert(MemorySegment from, MemorySegment to, Route route) {
        if (route.steps().isEmpty()) {
            to.copyFrom(from);
        } else {
            new PixelRuns(from, HeapBytes.require(to), route).convert();
        }
    }

    private void convert() {
        int last = (pixels - 1) / run * run;
        for (int first = 0; first < last; first += run) {
            convertRun(first);
        }
        convertLast(last, pixels - last);
    }

    private void convertRun(int first) {
        int toAt = to.offset() + first * route.toBytes();
        if (fromHeap == null) {
            load(first, run);
            bench.apply(route.steps(), in, 0, to.array(), toAt, run);
        } else {
            int at = fromHeap.offset() + first * route.fromBytes();
            bench.apply(route.steps(), fromHeap.array(), at, to.array(), toAt, run);
        }
    }

    private void convertLast(int first, int rest) {
        byte[] out = bench.array();
        load(first, rest);
        bench.apply(route.steps(), in, 0, out, 0, rest);
        System.arraycopy(out, 0, to.array(), to.offset() + first * route.toBytes(), rest * route.toBytes());
    }

    private void load(int first, int count) {
        MemorySegment.copy(from, JAVA_BYTE, (long) first * route.fromBytes(), in, 0, count * route.fromBytes());
    }
}
