package dev.imagemill.imageop.kernel;

import static dev.imagemill.imageop.kernel.Views.SAMPLES32;

/**
 * Weighted sums of lines of unsigned 32-bit samples: as {@link Weighing16}, with {@code long} lines, because a {@code float} does not hold 32
 * bits.
 */
public final class Weighing32 {
    /** How many lines {@link #add} takes at a time. */
    public static final int LINES = 4;

    private static final long MAX = 0xFFFF_FFFFL;

    private Weighing32() {}

    /** Unpacks samples from native byte order. */
    public static void unpack(byte[] from, int at, int samples, long[] line) {
        for (int i = 0; i < samples; i++) {
            line[i] = (int) SAMPLES32.get(from, at + i * Integer.BYTES) & MAX;
        }
    }

    /** Adds four lines, from the one at {@code first} on, each times its weight, from the one at {@code at} on, in this order. */
    public static void add(long[][] lines, int first, double[] weights, int at, double[] sums, int samples) {
        long[] a = lines[first];
        long[] b = lines[first + 1];
        long[] c = lines[first + 2];
        long[] d = lines[first + 3];
        double u = weights[at];
        double v = weights[at + 1];
        double w = weights[at + 2];
        double x = weights[at + 3];
        for (int i = 0; i < samples; i++) {
            sums[i] = sums[i] + a[i] * u + b[i] * v + c[i] * w + d[i] * x;
        }
    }

    /** Rounds sums half up, limits them to 32 bits, and writes them in native byte order. */
    public static void write(double[] sums, int samples, byte[] to, int at) {
        for (int i = 0; i < samples; i++) {
            SAMPLES32.set(to, at + i * Integer.BYTES, (int) Math.max(0, Math.min(MAX, (long) (sums[i] + 0.5))));
        }
    }
}
