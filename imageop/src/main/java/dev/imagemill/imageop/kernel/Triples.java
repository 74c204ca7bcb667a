package dev.imagemill.imageop.kernel;

/**
 * Three words of pixels with three components, and three words of planes: each put together from pieces of the others.
 *
 * <p>With 8-bit samples, the words of eight pixels, their bytes from the lowest: {@code r0 g0 b0 r1 g1 b1 r2 g2}, {@code b2 r3 g3 b3 r4 g4 b4 r5}
 * and {@code g5 b5 r6 g6 b6 r7 g7 b7}; with 16-bit samples those of four pixels, {@code r0 g0 b0 r1}, {@code g1 b1 r2 g2} and {@code b2 r3 g3 b3}.
 */
final class Triples {
    private static final long EVERY_THIRD = 0x00FF0000FF0000FFL;
    private static final long QUARTER = 0xFFFFL;

    private Triples() {}

    /** From words of pixels, in the first three arrays, to planes. */
    static void split(long[][] words, byte[][] planes, int at, int sampleBytes, int count) {
        long[] p = words[0];
        long[] q = words[1];
        long[] r = words[2];
        if (sampleBytes == 1) {
            red8(p, q, r, planes[0], at, count);
            green8(p, q, r, planes[1], at, count);
            blue8(p, q, r, planes[2], at, count);
        } else {
            red16(p, q, r, planes[0], at, count);
            green16(p, q, r, planes[1], at, count);
            blue16(p, q, r, planes[2], at, count);
        }
    }

    /** From planes to words of pixels, in the first three arrays, by way of the others. */
    static void merge(byte[][] planes, int[] at, int in, int sampleBytes, long[][] words, int count) {
        long[] red = words[3];
        long[] green = words[4];
        long[] blue = words[5];
        Words.load(planes[0], at[0] + in, red, count);
        Words.load(planes[1], at[1] + in, green, count);
        Words.load(planes[2], at[2] + in, blue, count);
        if (sampleBytes == 1) {
            first8(red, green, blue, words[0], count);
            second8(red, green, blue, words[1], count);
            third8(red, green, blue, words[2], count);
        } else {
            first16(red, green, blue, words[0], count);
            second16(red, green, blue, words[1], count);
            third16(red, green, blue, words[2], count);
        }
    }

    /** Bytes 0, 3 and 6, side by side. */
    private static long three(long word) {
        long thirds = word & EVERY_THIRD;
        return (thirds | thirds >>> 16 | thirds >>> 32) & 0xFFFFFF;
    }

    /** Bytes 2 and 5, side by side. */
    private static long two(long word) {
        return (word >>> 16 & 0xFF) | (word >>> 32 & 0xFF00);
    }

    private static void red8(long[] p, long[] q, long[] r, byte[] red, int at, int count) {
        for (int i = 0; i < count; i++) {
            long word = three(p[i]) | three(q[i] >>> 8) << 24 | two(r[i]) << 48;
            Words.LONG.set(red, at + Long.BYTES * i, word);
        }
    }

    private static void green8(long[] p, long[] q, long[] r, byte[] green, int at, int count) {
        for (int i = 0; i < count; i++) {
            long word = three(p[i] >>> 8) | two(q[i]) << 24 | three(r[i]) << 40;
            Words.LONG.set(green, at + Long.BYTES * i, word);
        }
    }

    private static void blue8(long[] p, long[] q, long[] r, byte[] blue, int at, int count) {
        for (int i = 0; i < count; i++) {
            long word = two(p[i]) | three(q[i]) << 16 | three(r[i] >>> 8) << 40;
            Words.LONG.set(blue, at + Long.BYTES * i, word);
        }
    }

    private static void red16(long[] p, long[] q, long[] r, byte[] red, int at, int count) {
        for (int i = 0; i < count; i++) {
            long word = (p[i] & QUARTER)
                    | (p[i] >>> 32 & QUARTER << 16)
                    | (q[i] & QUARTER << 32)
                    | (r[i] << 32 & QUARTER << 48);
            Words.LONG.set(red, at + Long.BYTES * i, word);
        }
    }

    private static void green16(long[] p, long[] q, long[] r, byte[] green, int at, int count) {
        for (int i = 0; i < count; i++) {
            long word = (p[i] >>> 16 & QUARTER)
                    | (q[i] << 16 & QUARTER << 16)
                    | (q[i] >>> 16 & QUARTER << 32)
                    | (r[i] << 16 & QUARTER << 48);
            Words.LONG.set(green, at + Long.BYTES * i, word);
        }
    }

    private static void blue16(long[] p, long[] q, long[] r, byte[] blue, int at, int count) {
        for (int i = 0; i < count; i++) {
            long word = (p[i] >>> 32 & QUARTER)
                    | (q[i] & QUARTER << 16)
                    | (r[i] << 32 & QUARTER << 32)
                    | (r[i] & QUARTER << 48);
            Words.LONG.set(blue, at + Long.BYTES * i, word);
        }
    }

    private static void first8(long[] red, long[] green, long[] blue, long[] p, int count) {
        for (int i = 0; i < count; i++) {
            p[i] = (red[i] & 0xFF)
                    | (green[i] & 0xFF) << 8
                    | (blue[i] & 0xFF) << 16
                    | (red[i] & 0xFF00) << 16
                    | (green[i] & 0xFF00) << 24
                    | (blue[i] & 0xFF00) << 32
                    | (red[i] & 0xFF0000) << 32
                    | (green[i] & 0xFF0000) << 40;
        }
    }

    private static void second8(long[] red, long[] green, long[] blue, long[] q, int count) {
        for (int i = 0; i < count; i++) {
            q[i] = (blue[i] >>> 16 & 0xFF)
                    | (red[i] >>> 16 & 0xFF00)
                    | (green[i] >>> 8 & 0xFF0000)
                    | (blue[i] & 0xFF000000L)
                    | (red[i] & 0xFF00000000L)
                    | (green[i] & 0xFF00000000L) << 8
                    | (blue[i] & 0xFF00000000L) << 16
                    | (red[i] & 0xFF0000000000L) << 16;
        }
    }

    private static void third8(long[] red, long[] green, long[] blue, long[] r, int count) {
        for (int i = 0; i < count; i++) {
            r[i] = (green[i] >>> 40 & 0xFF)
                    | (blue[i] >>> 32 & 0xFF00)
                    | (red[i] >>> 32 & 0xFF0000)
                    | (green[i] >>> 24 & 0xFF000000L)
                    | (blue[i] >>> 16 & 0xFF00000000L)
                    | (red[i] >>> 16 & 0xFF0000000000L)
                    | (green[i] >>> 8 & 0xFF000000000000L)
                    | (blue[i] & 0xFF00000000000000L);
        }
    }

    private static void first16(long[] red, long[] green, long[] blue, long[] p, int count) {
        for (int i = 0; i < count; i++) {
            p[i] = (red[i] & QUARTER)
                    | (green[i] & QUARTER) << 16
                    | (blue[i] & QUARTER) << 32
                    | (red[i] & QUARTER << 16) << 32;
        }
    }

    private static void second16(long[] red, long[] green, long[] blue, long[] q, int count) {
        for (int i = 0; i < count; i++) {
            q[i] = (green[i] >>> 16 & QUARTER)
                    | (blue[i] & QUARTER << 16)
                    | (red[i] & QUARTER << 32)
                    | (green[i] & QUARTER << 32) << 16;
        }
    }

    private static void third16(long[] red, long[] green, long[] blue, long[] r, int count) {
        for (int i = 0; i < count; i++) {
            r[i] = (blue[i] >>> 32 & QUARTER)
                    | (red[i] >>> 32 & QUARTER << 16)
                    | (green[i] >>> 16 & QUARTER << 32)
                    | (blue[i] & QUARTER << 48);
        }
    }
}
