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
    private static final long FIRST_TRIPLE = 0x000000ffffffL;
    private static final long SECOND_TRIPLE = 0xffffff000000L;
    private static final long FOURTHS = 0xff000000ff000000L;

    private Layout8() {}

    /** Grey to grey and opaque alpha. */
    public static void addAlpha(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        long[] longs = lanes.longs;
        int groups = (pixels + 3) >> 2;
        for (int i = 0; i < groups; i++) {
            long gray = (int) INTS.get(from, at + Integer.BYTES * i) & 0xffffffffL;
            longs[i] = (gray | gray << 16) & LOW_SHORT_OF_INTS;
        }
        for (int i = 0; i < groups; i++) {
            long gray = longs[i];
            LONGS.set(to, toAt + Long.BYTES * i, gray | gray << 8 | ~LOW_OF_SHORTS);
        }
    }

    /** Grey and alpha to grey. */
    public static void dropAlpha(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        long[] longs = lanes.longs;
        int groups = (pixels + 3) >> 2;
        for (int i = 0; i < groups; i++) {
            long gray = (long) LONGS.get(from, at + Long.BYTES * i) & LOW_OF_SHORTS;
            longs[i] = (gray | gray >>> 8) & LOW_SHORT_OF_INTS;
        }
        for (int i = 0; i < groups; i++) {
            long gray = longs[i];
            INTS.set(to, toAt + Integer.BYTES * i, (int) (gray | gray >>> 16));
        }
    }

    /** Grey and alpha to a quad. */
    public static void grayAlphaToQuads(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        long[] longs = lanes.longs;
        int groups = (pixels + 1) >> 1;
        loadGrayAlpha(from, at, groups, longs);
        for (int i = 0; i < groups; i++) {
            long pair = longs[i];
            long gray = pair & LOW_OF_INTS;
            LONGS.set(to, toAt + Long.BYTES * i, gray | gray << 8 | gray << 16 | ((pair << 16) & FOURTHS));
        }
    }

    /** Grey of grey and alpha three times. */
    public static void grayAlphaToTriples(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        long[] longs = lanes.longs;
        int groups = (pixels + 1) >> 1;
        for (int i = 0; i < groups; i++) {
            long pair = (int) INTS.get(from, at + Integer.BYTES * i);
            long gray = (pair & 0xff) | ((pair & 0xff0000) << 8);
            longs[i] = gray | gray << 8 | gray << 16;
        }
        storeTriples(longs, groups, to, toAt);
    }

    /** Two pixels of grey and alpha to a number: the grey of each in the lowest byte of a half, its alpha in the next. */
    static void loadGrayAlpha(byte[] from, int at, int groups, long[] longs) {
        for (int i = 0; i < groups; i++) {
            long pair = (int) INTS.get(from, at + Integer.BYTES * i) & 0xffffffffL;
            longs[i] = pair | pair << 16;
        }
    }

    /** The first and the fourth of a quad. */
    public static void quadsToGrayAlpha(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        long[] longs = lanes.longs;
        int groups = (pixels + 1) >> 1;
        for (int i = 0; i < groups; i++) {
            long quads = (long) LONGS.get(from, at + Long.BYTES * i);
            longs[i] = (quads & LOW_OF_INTS) | ((quads & FOURTHS) >>> 16);
        }
        for (int i = 0; i < groups; i++) {
            long pair = longs[i];
            INTS.set(to, toAt + Integer.BYTES * i, (int) (pair | pair >>> 16));
        }
    }

    /** Three samples to a quad whose fourth is 255. */
    public static void triplesToQuads(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        long[] longs = lanes.longs;
        int groups = (pixels + 1) >> 1;
        loadTriples(from, at, groups, longs);
        for (int i = 0; i < groups; i++) {
            long quads = (longs[i] & FIRST_TRIPLE) | ((longs[i] & SECOND_TRIPLE) << 8);
            LONGS.set(to, toAt + Long.BYTES * i, quads | FOURTHS);
        }
    }

    /** Red, green and blue to inks, as {@link Color8#lightToInk}. */
    public static void triplesToInk(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        long[] longs = lanes.longs;
        int groups = (pixels + 1) >> 1;
        loadTriples(from, at, groups, longs);
        for (int i = 0; i < groups; i++) {
            long triples = ~longs[i];
            LONGS.set(to, toAt + Long.BYTES * i, (triples & FIRST_TRIPLE) | ((triples & SECOND_TRIPLE) << 8));
        }
    }

    /** Two pixels of three samples to the lowest bytes of a number; in the two above lies what comes next. */
    static void loadTriples(byte[] from, int at, int groups, long[] longs) {
        for (int i = 0; i < groups; i++) {
            longs[i] = (long) LONGS.get(from, at + 6 * i);
        }
    }

    /** The first three of a quad. */
    public static void quadsToTriples(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        long[] longs = lanes.longs;
        int groups = (pixels + 1) >> 1;
        for (int i = 0; i < groups; i++) {
            long quads = (long) LONGS.get(from, at + Long.BYTES * i);
            longs[i] = (quads & FIRST_TRIPLE) | ((quads >>> 8) & SECOND_TRIPLE);
        }
        storeTriples(longs, groups, to, toAt);
    }

    /** The two bytes above two pixels of three samples are overwritten by the next. */
    private static void storeTriples(long[] longs, int groups, byte[] to, int toAt) {
        for (int i = 0; i < groups; i++) {
            LONGS.set(to, toAt + 6 * i, longs[i]);
        }
    }
}
