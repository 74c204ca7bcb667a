package dev.imagemill.imageop.kernel;

import static dev.imagemill.imageop.kernel.Views.INTS;
import static dev.imagemill.imageop.kernel.Views.LONGS;

/**
 * Replaces bytes that are 0 by one entry and all others by another, of one to four bytes: four at a time, for which there are no more than sixteen
 * results.
 */
final class Choosing {
    private static final int FOUR = 4;
    private static final int UPPERMOST = 0x80808080;

    /** Moves the lowest bits of four bytes next to each other, into the uppermost byte. */
    private static final int GATHER = 0x01020408;

    private final int bytes;

    /** By which of four bytes are not 0, the first lowest: the first eight bytes of the result, and what follows. */
    private final long[] firsts = new long[1 << FOUR];

    private final long[] rests = new long[1 << FOUR];

    /** @param bytes length of the entries, whose first byte is the lowest */
    Choosing(int ofZero, int ofOthers, int bytes) {
        this.bytes = bytes;
        int bits = Byte.SIZE * bytes;
        for (int which = 0; which < firsts.length; which++) {
            for (int i = 0; i < FOUR; i++) {
                long entry = (((which >> i) & 1) == 0 ? ofZero : ofOthers) & ((1L << bits) - 1);
                int place = bits * i;
                if (place < Long.SIZE) {
                    firsts[which] |= entry << place;
                }
                if (place + bits > Long.SIZE) {
                    rests[which] |= place < Long.SIZE ? entry >>> (Long.SIZE - place) : entry << (place - Long.SIZE);
                }
            }
        }
    }

    /** Tells how many bytes it replaced, all but up to three; nothing beyond them is touched. */
    int apply(byte[] from, int at, byte[] to, int toAt, int count) {
        int whole = count - count % FOUR;
        switch (bytes) {
            case 1 -> apply1(from, at, to, toAt, whole);
            case 2 -> apply2(from, at, to, toAt, whole);
            case 3 -> apply3(from, at, to, toAt, whole);
            default -> apply4(from, at, to, toAt, whole);
        }
        return whole;
    }

    private void apply1(byte[] from, int at, byte[] to, int toAt, int whole) {
        for (int i = 0; i < whole; i += FOUR) {
            INTS.set(to, toAt + i, (int) firsts[which(from, at + i)]);
        }
    }

    private void apply2(byte[] from, int at, byte[] to, int toAt, int whole) {
        for (int i = 0; i < whole; i += FOUR) {
            LONGS.set(to, toAt + 2 * i, firsts[which(from, at + i)]);
        }
    }

    private void apply3(byte[] from, int at, byte[] to, int toAt, int whole) {
        for (int i = 0; i < whole; i += FOUR) {
            int which = which(from, at + i);
            LONGS.set(to, toAt + 3 * i, firsts[which]);
            INTS.set(to, toAt + 3 * i + Long.BYTES, (int) rests[which]);
        }
    }

    private void apply4(byte[] from, int at, byte[] to, int toAt, int whole) {
        for (int i = 0; i < whole; i += FOUR) {
            int which = which(from, at + i);
            LONGS.set(to, toAt + 4 * i, firsts[which]);
            LONGS.set(to, toAt + 4 * i + Long.BYTES, rests[which]);
        }
    }

    private static int which(byte[] from, int at) {
        int four = (int) INTS.get(from, at);
        // The uppermost bit of each byte is set by a carry from its other bits, or by itself.
        int nonZero = (((four & ~UPPERMOST) + ~UPPERMOST) | four) & UPPERMOST;
        return ((nonZero >>> 7) * GATHER) >>> 24;
    }
}
