package dev.imagemill.imageop;

import dev.imagemill.imageop.kernel.CacheLines;
import dev.imagemill.imageop.kernel.Weighing32;
import java.util.Arrays;

/** A window over lines of 32-bit samples. */
final class Window32 extends Window {
    private final long[][] ring;
    private final double[] sums;

    /** @param longest the most samples that a line will have */
    Window32(Weights weights, int longest) {
        super(weights);
        this.ring = new long[2 * capacity][];
        this.sums = new double[CacheLines.fill(longest, Double.BYTES)];
        for (int slot = 0; slot < capacity; slot++) {
            ring[slot] = new long[CacheLines.fill(longest, Long.BYTES)];
            ring[slot + capacity] = ring[slot];
        }
    }

    @Override
    void unpack(byte[] from, int at, int slot) {
        Weighing32.unpack(from, at, samples(), ring[slot]);
    }

    @Override
    void weigh(int output, int firstSlot, byte[] to, int at) {
        Arrays.fill(sums, 0, samples(), 0);
        int weightAt = weights.at(output);
        for (int tap = 0; tap < weights.count(output); tap += Weighing32.LINES) {
            Weighing32.add(ring, firstSlot + tap, weights.values(), weightAt + tap, sums, samples());
        }
        Weighing32.write(sums, samples(), to, at);
    }
}
