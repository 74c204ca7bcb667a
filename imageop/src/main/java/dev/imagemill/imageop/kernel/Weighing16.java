package dev.imagemill.imageop.kernel;

import static dev.imagemill.imageop.kernel.Views.SAMPLES16;

/**
 * Weighted sums of lines of 16-bit samples, the inner loops of a resize, in double precision and from the first line to the last, as Pillow has
 * them.
 *
 * <p>Lines are {@code float}, which holds 16 bits exactly, and sums {@code double}: types that differ cannot overlap in memory, which lets the
 * compiler vectorise the sum.
 */
public final class Weighing16 {
    /** How many lines {@link #add} takes at a time. */
    public static final int LINES = 4;

    private static final int MAX = 65535;

    private Weighing16() {}

    /** Unpacks samples from native byte order. */
    public static void unpack(byte[] from, int at, int samples, float[] line) {
        for (int i = 0; i < samples; i++) {
            line[i] = (char) SAMPLES16.get(from, at + i * Character.BYTES);
        }
    }

    /** Adds four lines, from the one at {@code first} on, each times its weight, from the one at {@code at} on, in this order. */
    public static void add(float[][] lines, int first, double[] weights, int at, double[] sums, int samples) {
        float[] a = lines[first];
        float[] b = lines[first + 1];
        float[] c = lines[first + 2];
        float[] d = lines[first + 3];
        double u = weights[at];
        double v = weights[at + 1];
        double w = weights[at + 2];
        double x = weights[at + 3];
        for (int i = 0; i < samples; i++) {
            sums[i] = sums[i] + a[i] * u + b[i] * v + c[i] * w + d[i] * x;
        }
    }

    /** Rounds sums half up, limits them to 16 bits, and writes them in native byte order. */
    public static void write(double[] sums, int samples, byte[] to, int at) {
        for (int i = 0; i < samples; i++) {
            SAMPLES16.set(to, at + i * Character.BYTES, (char) Math.max(0, Math.min(MAX, (int) (sums[i] + 0.5))));
        }
    }
}
