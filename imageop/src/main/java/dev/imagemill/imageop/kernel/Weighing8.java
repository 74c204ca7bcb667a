package dev.imagemill.imageop.kernel;

import static dev.imagemill.imageop.kernel.Views.INTS;

/**
 * Weighted sums of lines of 8-bit samples, the inner loops of a resize, in whole numbers as Pillow has them.
 *
 * <p>Weights are multiples of 2<sup>-22</sup> held as {@code int}. Those of one result sample sum to about 2<sup>22</sup>, those above 0 to less
 * than twice that, so a sum of 8-bit samples stays below 2<sup>31</sup> and is exact in an {@code int}, in any order.
 *
 * <p>The loops are written for the compiler to vectorise, which asks three things of them:
 *
 * <ul>
 *   <li>One width of number throughout, since it does not widen bytes within a loop. A line of samples is therefore unpacked from four-byte
 *       words: first every sample that was the lowest byte of its word, then the second ones, and so on. What is done to a line does not depend
 *       on the order of its samples, and packing undoes it.
 *   <li>What is written and what is read must not overlap, of which it is sure only if their types differ. Hence lines are {@code int[]}, and sums are
 *       words in a {@code byte[]}.
 *   <li>Short bodies: eight lines at once are about the most.
 * </ul>
 */
public final class Weighing8 {
    /** How many bits of a weight are behind the point. */
    public static final int FRACTION_BITS = 22;

    private static final int HALF = 1 << (FRACTION_BITS - 1);
    private static final int MAX = 255;

    private Weighing8() {}

    /** Unpacks {@code words} words of four samples into as many times four numbers. */
    public static void unpack(byte[] from, int at, int words, int[] line) {
        for (int place = 0; place < Integer.BYTES; place++) {
            unpack(from, at, place * Byte.SIZE, words, line, place * words);
        }
    }

    private static void unpack(byte[] from, int at, int shift, int words, int[] line, int lineAt) {
        for (int i = 0; i < words; i++) {
            line[lineAt + i] = (int) INTS.get(from, at + i * Integer.BYTES) >>> shift & MAX;
        }
    }

    /** Sets sums to a half, which rounds what is added to them. */
    public static void start(byte[] sums, int samples) {
        for (int i = 0; i < samples; i++) {
            INTS.set(sums, i * Integer.BYTES, HALF);
        }
    }

    /** Adds two lines, from the one at {@code first} on, each times its weight, from the one at {@code at} on. */
    public static void add2(int[][] lines, int first, int[] weights, int at, byte[] sums, int samples) {
        int[] a = lines[first];
        int[] b = lines[first + 1];
        int u = weights[at];
        int v = weights[at + 1];
        for (int i = 0; i < samples; i++) {
            INTS.set(sums, i * Integer.BYTES, (int) INTS.get(sums, i * Integer.BYTES) + a[i] * u + b[i] * v);
        }
    }

    /** Adds four lines as {@link #add2} adds two. */
    public static void add4(int[][] lines, int first, int[] weights, int at, byte[] sums, int samples) {
        int[] a = lines[first];
        int[] b = lines[first + 1];
        int[] c = lines[first + 2];
        int[] d = lines[first + 3];
        int u = weights[at];
        int v = weights[at + 1];
        int w = weights[at + 2];
        int x = weights[at + 3];
        for (int i = 0; i < samples; i++) {
            int sum = (int) INTS.get(sums, i * Integer.BYTES);
            INTS.set(sums, i * Integer.BYTES, sum + a[i] * u + b[i] * v + c[i] * w + d[i] * x);
        }
    }

    /** Adds eight lines as {@link #add2} adds two. */
    public static void add8(int[][] lines, int first, int[] weights, int at, byte[] sums, int samples) {
        int[] a = lines[first];
        int[] b = lines[first + 1];
        int[] c = lines[first + 2];
        int[] d = lines[first + 3];
        int[] e = lines[first + 4];
        int[] f = lines[first + 5];
        int[] g = lines[first + 6];
        int[] h = lines[first + 7];
        int s = weights[at];
        int t = weights[at + 1];
        int u = weights[at + 2];
        int v = weights[at + 3];
        int w = weights[at + 4];
        int x = weights[at + 5];
        int y = weights[at + 6];
        int z = weights[at + 7];
        for (int i = 0; i < samples; i++) {
            int sum = (int) INTS.get(sums, i * Integer.BYTES) + a[i] * s + b[i] * t + c[i] * u + d[i] * v;
            INTS.set(sums, i * Integer.BYTES, sum + e[i] * w + f[i] * x + g[i] * y + h[i] * z);
        }
    }

    /** Turns sums into samples, which are whole and from 0 to 255. */
    public static void finish(byte[] sums, int samples) {
        for (int i = 0; i < samples; i++) {
            int sample = (int) INTS.get(sums, i * Integer.BYTES) >> FRACTION_BITS;
            INTS.set(sums, i * Integer.BYTES, Math.max(0, Math.min(MAX, sample)));
        }
    }

    /** Packs finished samples into {@code words} words of four. */
    public static void pack(byte[] samples, int words, int[] packed) {
        int second = words * Integer.BYTES;
        int third = 2 * second;
        int fourth = 3 * second;
        for (int i = 0; i < words; i++) {
            int low = (int) INTS.get(samples, i * Integer.BYTES)
                    | (int) INTS.get(samples, second + i * Integer.BYTES) << 8;
            packed[i] = low
                    | (int) INTS.get(samples, third + i * Integer.BYTES) << 16
                    | (int) INTS.get(samples, fourth + i * Integer.BYTES) << 24;
        }
    }

    /** Writes packed words out as {@code samples} bytes; the last word may be cut. */
    public static void write(int[] packed, int samples, byte[] to, int at) {
        int words = samples / Integer.BYTES;
        for (int i = 0; i < words; i++) {
            INTS.set(to, at + i * Integer.BYTES, packed[i]);
        }
        for (int i = words * Integer.BYTES; i < samples; i++) {
            to[at + i] = (byte) (packed[words] >>> (i * Byte.SIZE));
        }
    }
}
