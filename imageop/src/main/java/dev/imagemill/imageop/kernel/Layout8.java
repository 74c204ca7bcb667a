package dev.imagemill.imageop.kernel;

import static dev.imagemill.imageop.kernel.Views.INTS;
import static dev.imagemill.imageop.kernel.Views.LONGS;

/**
 * Moves 8-bit samples between pixels of one, two, three and four. A pixel of four, a <em>quad</em>, is what the colour rules take: red, green,
 * blue and alpha, or grey three times and alpha, or four inks, or Y, Cr, Cb and a fourth that has no meaning.
 *
 * <p>A count is rounded up to a whole group of up to 8 pixels, and a few bytes more may be read or written, so arrays have room for both.
 */
public final class Layout8 {
    private static final long LOW_OF_SHORTS = 0x00ff00ff00ff00ffL;
    private static final long LOW_OF_INTS = 0x000000ff000000ffL;
    private static final long LOW_SHORT_OF_INTS = 0x0000ffff0000ffffL;
    private static final long FIRST_TRIPLE = 0xffffffL;
    private static final long OPAQUE = 0xff000000ff000000L;

    private Layout8() {}

    /** Grey to grey and opaque alpha. */
    public static void addAlpha(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        long[] longs = lanes.longs;
        int groups = (pixels + 3) >> 2;
        for (int i = 0; i < groups; i++) {
            long gray = (int) INTS.get(from, at + Integer.BYTES * i) & 0xffffffffL;
            gray = (gray | gray << 16) & LOW_SHORT_OF_INTS;
            longs[i] = gray | gray << 8 | ~LOW_OF_SHORTS;
        }
        Lanes.store(longs, to, toAt, groups);
    }

    /** Grey and alpha to grey. */
    public static void dropAlpha(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        int[] ints = lanes.first;
        int groups = (pixels + 3) >> 2;
        for (int i = 0; i < groups; i++) {
            long gray = (long) LONGS.get(from, at + Long.BYTES * i) & LOW_OF_SHORTS;
            gray = (gray | gray >>> 8) & LOW_SHORT_OF_INTS;
            ints[i] = (int) (gray | gray >>> 16);
        }
        Lanes.store(ints, to, toAt, groups);
    }

    /** Grey and alpha to a quad. */
    public static void grayAlphaToQuads(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        long[] longs = lanes.longs;
        int groups = (pixels + 1) >> 1;
        for (int i = 0; i < groups; i++) {
            long pair = (int) INTS.get(from, at + Integer.BYTES * i) & 0xffffffffL;
            pair |= pair << 16;
            long gray = pair & LOW_OF_INTS;
            longs[i] = gray | gray << 8 | gray << 16 | ((pair << 16) & OPAQUE);
        }
        Lanes.store(longs, to, toAt, groups);
    }

    /** The first and the fourth of a quad. */
    public static void quadsToGrayAlpha(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        int[] ints = lanes.first;
        int groups = (pixels + 1) >> 1;
        for (int i = 0; i < groups; i++) {
            long quads = (long) LONGS.get(from, at + Long.BYTES * i);
            long pair = (quads & LOW_OF_INTS) | ((quads & OPAQUE) >>> 16);
            ints[i] = (int) (pair | pair >>> 16);
        }
        Lanes.store(ints, to, toAt, groups);
    }

    /** Three samples to a quad whose fourth is 255. */
    public static void triplesToQuads(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        long[] longs = lanes.longs;
        int groups = (pixels + 1) >> 1;
        for (int i = 0; i < groups; i++) {
            long triples = (long) LONGS.get(from, at + 6 * i);
            longs[i] = (triples & FIRST_TRIPLE) | ((triples & (FIRST_TRIPLE << 24)) << 8) | OPAQUE;
        }
        Lanes.store(longs, to, toAt, groups);
    }

    /** The first three of a quad. Each pixel's fourth is overwritten by the next. */
    public static void quadsToTriples(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        for (int i = 0; i < pixels; i++) {
            INTS.set(to, toAt + 3 * i, (int) INTS.get(from, at + Integer.BYTES * i));
        }
    }
}
