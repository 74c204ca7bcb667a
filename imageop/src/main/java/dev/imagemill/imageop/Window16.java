package dev.imagemill.imageop;

import dev.imagemill.imageop.kernel.CacheLines;
import dev.imagemill.imageop.kernel.Weighing16;
import java.util.Arrays;

/** A window over lines of 16-bit samples. */
final class Window16 extends Window {
    private final float[][] ring;
    private final double[] sums;

    /** @param longest the most samples that a line will have */
    Window16(Weights weights, int longest) {
        super(weights);
        this.ring = new float[2 * capacity][];
        this.sums = new double[CacheLines.fill(longest, Double.BYTES)];
        for (int slot = 0; slot < capacity; slot++) {
            ring[slot] = new float[CacheLines.fill(longest, Float.BYTES)];
            ring[slot + capacity] = ring[slot];
        }
    }

    @Override
    void unpack(byte[] from, int at, int slot) {
        Weighing16.unpack(from, at, samples(), ring[slot]);
    }

    @Override
    void weigh(int output, int firstSlot, byte[] to, int at) {
        Arrays.fill(sums, 0, samples(), 0);
        int weightAt = weights.at(output);
        for (int tap = 0; tap < weights.count(output); tap += Weighing16.LINES) {
            Weighing16.add(ring, firstSlot + tap, weights.values(), weightAt + tap, sums, samples());
        }
        Weighing16.write(sums, samples(), to, at);
    }
}
