package dev.imagemill.imageop.kernel;

import static dev.imagemill.imageop.kernel.Views.INTS;
import static dev.imagemill.imageop.kernel.Views.LONGS;

/** Takes some components of interleaved bytes and leaves the rest. No byte beyond the pixels asked for is touched. */
public final class Picking {
    private Picking() {}

    /** The first of three. */
    public static void firstOfThree(byte[] from, int at, byte[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            to[toAt + i] = from[at + 3 * i];
        }
    }

    /** The first of two. */
    public static void firstOfTwo(byte[] from, int at, byte[] to, int toAt, int pixels) {
        int whole = pixels - pixels % 4;
        for (int i = 0; i < whole; i += 4) {
            long pairs = (long) LONGS.get(from, at + 2 * i) & 0x00FF_00FF_00FF_00FFL;
            long gathered = (pairs | pairs >>> 8) & 0x0000_FFFF_0000_FFFFL;
            INTS.set(to, toAt + i, (int) (gathered | gathered >>> 16));
        }
        for (int i = whole; i < pixels; i++) {
            to[toAt + i] = from[at + 2 * i];
        }
    }

    /** The first three of four. All four are written, and the next pixel over the fourth, except for the last pixel. */
    public static void threeOfFour(byte[] from, int at, byte[] to, int toAt, int pixels) {
        int last = pixels - 1;
        for (int i = 0; i < last; i++) {
            INTS.set(to, toAt + 3 * i, (int) INTS.get(from, at + 4 * i));
        }
        for (int c = 0; c < 3 && last >= 0; c++) {
            to[toAt + 3 * last + c] = from[at + 4 * last + c];
        }
    }
}
