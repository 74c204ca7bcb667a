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
    private final Workbench bench = new Workbench();
    private final byte[] in = Workbench.run();

    private PixelRuns(MemorySegment from, HeapBytes to, Route route) {
        this.from = from;
        this.fromHeap = HeapBytes.of(from);
        this.to = to;
        this.route = route;
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
        int pixels = Math.toIntExact(from.byteSize() / route.fromBytes());
        int last = (pixels - 1) / Workbench.RUN * Workbench.RUN;
        for (int first = 0; first < last; first += Workbench.RUN) {
            convertRun(first);
        }
        convertLast(last, pixels - last);
    }

    private void convertRun(int first) {
        int toAt = to.offset() + first * route.toBytes();
        if (fromHeap == null) {
            load(first, Workbench.RUN);
            bench.apply(route.steps(), in, 0, to.array(), toAt, Workbench.RUN);
        } else {
            int at = fromHeap.offset() + first * route.fromBytes();
            bench.apply(route.steps(), fromHeap.array(), at, to.array(), toAt, Workbench.RUN);
        }
    }

    private void convertLast(int first, int run) {
        byte[] out = Workbench.run();
        load(first, run);
        bench.apply(route.steps(), in, 0, out, 0, run);
        System.arraycopy(out, 0, to.array(), to.offset() + first * route.toBytes(), run * route.toBytes());
    }

    private void load(int first, int run) {
        MemorySegment.copy(from, JAVA_BYTE, (long) first * route.fromBytes(), in, 0, run * route.fromBytes());
    }
}
