package dev.imagemill.imageop.kernel;

import static dev.imagemill.imageop.kernel.Views.INTS;
import static dev.imagemill.imageop.kernel.Views.LONGS;

/**
 * Scratch numbers that the loops over bytes compute in.
 *
 * <p>A loop that reads and writes {@code byte[]} may be reading what it has just written, for all that the compiler knows, and is not
 * vectorised. So every step is two or more short loops: from bytes to lanes, which cannot overlap, and from lanes to bytes. They are short because
 * the compiler does not unroll, and so not fully vectorise, a loop of many operations.
 */
public final class Lanes {
    final int[] first;
    final int[] second;
    final int[] third;
    final int[] fourth;
    final long[] longs;
    final byte[] bytes;
    final int[][] results;

    /**
     * @param depth bits of the samples that are computed with, 8 or 16
     * @param pixels the longest run, a multiple of 8
     */
    public Lanes(int depth, int pixels) {
        boolean wide = depth > Byte.SIZE;
        first = new int[pixels];
        second = new int[pixels];
        third = new int[pixels];
        longs = new long[pixels];
        fourth = new int[wide ? pixels : 0];
        results = new int[3][wide ? pixels : 0];
        bytes = new byte[wide ? 0 : Integer.BYTES * pixels];
    }

    static void store(int[] from, byte[] to, int toAt, int count) {
        for (int i = 0; i < count; i++) {
            INTS.set(to, toAt + Integer.BYTES * i, from[i]);
        }
    }

    static void store(long[] from, byte[] to, int toAt, int count) {
        for (int i = 0; i < count; i++) {
            LONGS.set(to, toAt + Long.BYTES * i, from[i]);
        }
    }
}
