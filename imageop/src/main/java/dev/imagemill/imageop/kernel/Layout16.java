package dev.imagemill.imageop.kernel;

import static dev.imagemill.imageop.kernel.Views.INTS;
import static dev.imagemill.imageop.kernel.Views.LONGS;

/**
 * Moves 16-bit samples between pixels of one, two, three and four: what {@link Layout8} does for 8 bits. A sample is two bytes that stay
 * together, so that the machine's byte order does not matter.
 */
public final class Layout16 {
    private static final long FIRST = 0xffffL;
    private static final long TRIPLE = 0xffffffffffffL;
    private static final long FOURTH = 0xffff000000000000L;

    private Layout16() {}

    /** Grey to grey and opaque alpha. */
    public static void addAlpha(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        long[] longs = lanes.longs;
        int groups = (pixels + 1) >> 1;
        for (int i = 0; i < groups; i++) {
            longs[i] = (int) INTS.get(from, at + Integer.BYTES * i);
        }
        for (int i = 0; i < groups; i++) {
            long gray = (longs[i] & FIRST) | ((longs[i] & (FIRST << 16)) << 16);
            LONGS.set(to, toAt + Long.BYTES * i, gray | 0xffff0000ffff0000L);
        }
    }

    /** Grey and alpha to grey. */
    public static void dropAlpha(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        long[] longs = lanes.longs;
        int groups = (pixels + 1) >> 1;
        load(from, at, groups, longs);
        for (int i = 0; i < groups; i++) {
            long gray = (longs[i] & FIRST) | ((longs[i] >>> 16) & (FIRST << 16));
            INTS.set(to, toAt + Integer.BYTES * i, (int) gray);
        }
    }

    /** Grey and alpha to a quad. */
    public static void grayAlphaToQuads(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        long[] longs = lanes.longs;
        for (int i = 0; i < pixels; i++) {
            longs[i] = (int) INTS.get(from, at + Integer.BYTES * i);
        }
        for (int i = 0; i < pixels; i++) {
            long gray = longs[i] & FIRST;
            LONGS.set(to, toAt + Long.BYTES * i, gray | gray << 16 | gray << 32 | ((longs[i] << 32) & FOURTH));
        }
    }

    /** The first and the fourth of a quad. */
    public static void quadsToGrayAlpha(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        long[] longs = lanes.longs;
        load(from, at, pixels, longs);
        for (int i = 0; i < pixels; i++) {
            INTS.set(to, toAt + Integer.BYTES * i, (int) ((longs[i] & FIRST) | ((longs[i] & FOURTH) >>> 32)));
        }
    }

    /** Three samples to a quad whose fourth is 65535. */
    public static void triplesToQuads(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        long[] longs = lanes.longs;
        for (int i = 0; i < pixels; i++) {
            longs[i] = (long) LONGS.get(from, at + 6 * i);
        }
        for (int i = 0; i < pixels; i++) {
            LONGS.set(to, toAt + Long.BYTES * i, longs[i] | FOURTH);
        }
    }

    /** The first three of a quad. Each pixel's fourth is overwritten by the next. */
    public static void quadsToTriples(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        long[] longs = lanes.longs;
        load(from, at, pixels, longs);
        for (int i = 0; i < pixels; i++) {
            LONGS.set(to, toAt + 6 * i, longs[i]);
        }
    }

    /** Red, green and blue to inks: each by its complement, no black. */
    public static void lightToInk(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        long[] longs = lanes.longs;
        load(from, at, pixels, longs);
        for (int i = 0; i < pixels; i++) {
            LONGS.set(to, toAt + Long.BYTES * i, ~longs[i] & TRIPLE);
        }
    }

    /** Grey to black ink only. */
    public static void grayToBlack(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        long[] longs = lanes.longs;
        load(from, at, pixels, longs);
        for (int i = 0; i < pixels; i++) {
            LONGS.set(to, toAt + Long.BYTES * i, ~longs[i] << 48);
        }
    }

    private static void load(byte[] from, int at, int count, long[] longs) {
        for (int i = 0; i < count; i++) {
            longs[i] = (long) LONGS.get(from, at + Long.BYTES * i);
        }
    }
}
