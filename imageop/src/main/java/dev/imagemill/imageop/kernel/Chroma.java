package dev.imagemill.imageop.kernel;

import static dev.imagemill.imageop.kernel.Views.INTS;
import static dev.imagemill.imageop.kernel.Views.LONGS;
import static dev.imagemill.imageop.kernel.Views.sample;

/** Between full chroma, in quads of Y, Cr, Cb and an opaque fourth, and chroma halved both ways. */
public final class Chroma {
    private static final int MAX = 255;
    private static final long LOW_OF_INTS = 0x000000ff000000ffL;

    private Chroma() {}

    /** Averages Cr and Cb of every 2 x 2 quads of 8 bits, {@code (a + b + c + d + 2) >> 2}: the first two samples of new quads. */
    public static void halve8(byte[] upper, byte[] lower, byte[] to, int quads, Lanes lanes) {
        sum(upper, lower, Byte.SIZE, lanes.longs, lanes.first, quads);
        sum(upper, lower, 2 * Byte.SIZE, lanes.longs, lanes.second, quads);
        int[] cr = lanes.first;
        int[] cb = lanes.second;
        for (int i = 0; i < quads; i++) {
            INTS.set(to, Integer.BYTES * i, (cr[i] + 2) >> 2 | ((cb[i] + 2) >> 2) << 8);
        }
    }

    /** Sums of four samples, which begin that many bits up in their quads. */
    private static void sum(byte[] upper, byte[] lower, int shift, long[] pairs, int[] sums, int quads) {
        for (int i = 0; i < quads; i++) {
            long left = ((long) LONGS.get(upper, Long.BYTES * i) >>> shift) & LOW_OF_INTS;
            pairs[i] = left + (((long) LONGS.get(lower, Long.BYTES * i) >>> shift) & LOW_OF_INTS);
        }
        for (int i = 0; i < quads; i++) {
            sums[i] = (int) (pairs[i] + (pairs[i] >>> Integer.SIZE));
        }
    }

    /** The same for quads of 16 bits. */
    public static void halve16(byte[] upper, byte[] lower, byte[] to, int quads) {
        for (int i = 0; i < quads; i++) {
            sample(to, 0, 4 * i, mean16(upper, lower, 8 * i + 1));
            sample(to, 0, 4 * i + 1, mean16(upper, lower, 8 * i + 2));
        }
    }

    private static int mean16(byte[] upper, byte[] lower, int left) {
        int right = left + 4;
        int above = sample(upper, 0, left) + sample(upper, 0, right);
        return (above + sample(lower, 0, left) + sample(lower, 0, right) + 2) >> 2;
    }

    private static int at(byte[] samples, int index) {
        return samples[index] & MAX;
    }

    /** Every sample twice. */
    public static void replicate(byte[] half, int samples, byte[] to) {
        for (int i = 0; i < samples; i++) {
            to[2 * i] = half[i];
            to[2 * i + 1] = half[i];
        }
    }

    /**
     * Interpolates a line between two lines of half its length: three parts of the near one and one of the far one, and across in the same
     * proportion, as libjpeg's triangle filter with its alternating rounding. Edges are repeated.
     */
    public static void interpolate(byte[] near, byte[] far, int samples, byte[] to) {
        int last = samples - 1;
        for (int i = 0; i <= last; i++) {
            int here = 3 * at(near, i) + at(far, i);
            int left = Math.max(0, i - 1);
            int right = Math.min(last, i + 1);
            to[2 * i] = (byte) ((3 * here + 3 * at(near, left) + at(far, left) + 8) >> 4);
            to[2 * i + 1] = (byte) ((3 * here + 3 * at(near, right) + at(far, right) + 7) >> 4);
        }
    }

    /** Quads of Y, Cr, Cb, each from its own samples from {@code at} on, and 255. */
    public static void join(byte[] y, byte[] cr, byte[] cb, int at, byte[] to, int pixels) {
        for (int i = 0; i < pixels; i++) {
            int quad = (y[i] & MAX) | (cr[at + i] & MAX) << 8 | (cb[at + i] & MAX) << 16 | MAX << 24;
            INTS.set(to, Integer.BYTES * i, quad);
        }
    }
}
