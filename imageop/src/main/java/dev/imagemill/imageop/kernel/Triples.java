package dev.imagemill.imageop.kernel;

/**
 * Three words of pixels with three components, and three words of planes: each put together from pieces of the others.
 *
 * <p>With 8-bit samples, the words of eight pixels, their bytes from the lowest: {@code r0 g0 b0 r1 g1 b1 r2 g2}, {@code b2 r3 g3 b3 r4 g4 b4 r5}
 * and {@code g5 b5 r6 g6 b6 r7 g7 b7}; with 16-bit samples those of four pixels, {@code r0 g0 b0 r1}, {@code g1 b1 r2 g2} and {@code b2 r3 g3 b3}.
 */
final class Triples {
    /** Planes are three arrays from this one on, pixels the three before. */
    static final int FIRST_PLANE = 3;

    private static final long EVERY_THIRD = 0x00FF0000FF0000FFL;
    private static final long QUARTER = 0xFFFFL;

    private Triples() {}

    static void apart(long[][] w, boolean bytes, int count) {
        if (bytes) {
            red8(w[0], w[1], w[2], w[3], count);
            green8(w[0], w[1], w[2], w[4], count);
            blue8(w[0], w[1], w[2], w[5], count);
        } else {
            red16(w[0], w[1], w[2], w[3], count);
            green16(w[0], w[1], w[2], w[4], count);
            blue16(w[0], w[1], w[2], w[5], count);
        }
    }

    static void together(long[][] w, boolean bytes, int count) {
        if (bytes) {
            first8(w[3], w[4], w[5], w[0], count);
            second8(w[3], w[4], w[5], w[1], count);
            third8(w[3], w[4], w[5], w[2], count);
        } else {
            first16(w[3], w[4], w[5], w[0], count);
            second16(w[3], w[4], w[5], w[1], count);
            third16(w[3], w[4], w[5], w[2], count);
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

    private static void red8(long[] p, long[] q, long[] r, long[] red, int count) {
        for (int i = 0; i < count; i++) {
            red[i] = three(p[i]) | three(q[i] >>> 8) << 24 | two(r[i]) << 48;
        }
    }

    private static void green8(long[] p, long[] q, long[] r, long[] green, int count) {
        for (int i = 0; i < count; i++) {
            green[i] = three(p[i] >>> 8) | two(q[i]) << 24 | three(r[i]) << 40;
        }
    }

    private static void blue8(long[] p, long[] q, long[] r, long[] blue, int count) {
        for (int i = 0; i < count; i++) {
            blue[i] = two(p[i]) | three(q[i]) << 16 | three(r[i] >>> 8) << 40;
        }
    }

    private static void red16(long[] p, long[] q, long[] r, long[] red, int count) {
        for (int i = 0; i < count; i++) {
            red[i] = (p[i] & QUARTER)
                    | (p[i] >>> 32 & QUARTER << 16)
                    | (q[i] & QUARTER << 32)
                    | (r[i] << 32 & QUARTER << 48);
        }
    }

    private static void green16(long[] p, long[] q, long[] r, long[] green, int count) {
        for (int i = 0; i < count; i++) {
            green[i] = (p[i] >>> 16 & QUARTER)
                    | (q[i] << 16 & QUARTER << 16)
                    | (q[i] >>> 16 & QUARTER << 32)
                    | (r[i] << 16 & QUARTER << 48);
        }
    }

    private static void blue16(long[] p, long[] q, long[] r, long[] blue, int count) {
        for (int i = 0; i < count; i++) {
            blue[i] = (p[i] >>> 32 & QUARTER)
                    | (q[i] & QUARTER << 16)
                    | (r[i] << 32 & QUARTER << 32)
                    | (r[i] & QUARTER << 48);
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
