package dev.imagemill.imageop;

import dev.imagemill.imageop.kernel.CacheLines;
import dev.imagemill.imageop.kernel.Weighing8;

/** A window over lines of 8-bit samples. */
final class Window8 extends Window {
    private final int[] fixedPoint;
    private final int[][] ring;
    private final byte[] sums;
    private final int[] packed;
    private final byte[] cut;

    /**
     * @param fixedPoint the weights as {@link Weights#fixedPoint} gives them
     * @param longest the most samples that a line will have
     */
    Window8(Weights weights, int[] fixedPoint, int longest) {
        super(weights);
        int words = words(longest);
        this.fixedPoint = fixedPoint;
        int samples = words * Integer.BYTES;
        this.ring = new int[2 * capacity][];
        this.sums = new byte[CacheLines.fill(samples * Integer.BYTES, Byte.BYTES)];
        for (int slot = 0; slot < capacity; slot++) {
            ring[slot] = new int[CacheLines.fill(samples, Integer.BYTES)];
            ring[slot + capacity] = ring[slot];
        }
        this.packed = new int[words];
        this.cut = new byte[samples];
    }

    private static int words(int samples) {
        return (samples + Integer.BYTES - 1) / Integer.BYTES;
    }

    @Override
    void unpack(byte[] from, int at, int slot) {
        int words = words(samples());
        if (words * Integer.BYTES <= from.length - at) {
            Weighing8.unpack(from, at, words, ring[slot]);
        } else {
            System.arraycopy(from, at, cut, 0, samples());
            Weighing8.unpack(cut, 0, words, ring[slot]);
        }
    }

    @Override
    void weigh(int output, int firstSlot, byte[] to, int at) {
        int words = words(samples());
        int samples = words * Integer.BYTES;
        Weighing8.start(sums, samples);
        int weightAt = weights.at(output);
        int count = weights.count(output);
        for (int tap = 0; tap < count; ) {
            tap += add(firstSlot + tap, weightAt + tap, count - tap, samples);
        }
        Weighing8.finish(sums, samples);
        Weighing8.pack(sums, words, packed);
        Weighing8.write(packed, samples(), to, at);
    }

    /** Adds up to eight lines, and tells how many; those past the last have weight 0. */
    private int add(int slot, int weightAt, int taps, int samples) {
        if (taps > 6) {
            Weighing8.add8(ring, slot, fixedPoint, weightAt, sums, samples);
            return 8;
        }
        if (taps > 2) {
            Weighing8.add4(ring, slot, fixedPoint, weightAt, sums, samples);
            return 4;
        }
        Weighing8.add2(ring, slot, fixedPoint, weightAt, sums, samples);
        return 2;
    }
}
