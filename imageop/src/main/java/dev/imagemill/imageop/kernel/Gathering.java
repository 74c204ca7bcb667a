package dev.imagemill.imageop.kernel;

import static dev.imagemill.imageop.kernel.Views.INTS;
import static dev.imagemill.imageop.kernel.Views.LONGS;
import static dev.imagemill.imageop.kernel.Views.SHORTS;

/**
 * Picks pixels of 1, 2, 3, 4, 6 or 8 bytes out of a row and writes them one after the other: those at given places, or one of every so many.
 *
 * <p>The usual steps are named one by one, for pixels of up to four bytes: the compiler makes a loop of its own for each, and with a constant step takes
 * the range checks out of it.
 */
public final class Gathering {
    private Gathering() {}

    /**
     * Picks the pixels at these offsets from {@code at}.
     *
     * @param offsets in bytes, none less than the one before
     */
    public static void gather(byte[] from, int at, int[] offsets, byte[] to, int toAt, int pixelBytes) {
        switch (pixelBytes) {
            case 1 -> {
                for (int i = 0; i < offsets.length; i++) {
                    to[toAt + i] = from[at + offsets[i]];
                }
            }
            case 2 -> {
                for (int i = 0; i < offsets.length; i++) {
                    SHORTS.set(to, toAt + 2 * i, (short) SHORTS.get(from, at + offsets[i]));
                }
            }
            case 3 -> gather3(from, at, offsets, to, toAt);
            case 4 -> {
                for (int i = 0; i < offsets.length; i++) {
                    INTS.set(to, toAt + 4 * i, (int) INTS.get(from, at + offsets[i]));
                }
            }
            case 6 -> {
                for (int i = 0; i < offsets.length; i++) {
                    INTS.set(to, toAt + 6 * i, (int) INTS.get(from, at + offsets[i]));
                    SHORTS.set(to, toAt + 6 * i + 4, (short) SHORTS.get(from, at + offsets[i] + 4));
                }
            }
            case 8 -> {
                for (int i = 0; i < offsets.length; i++) {
                    LONGS.set(to, toAt + 8 * i, (long) LONGS.get(from, at + offsets[i]));
                }
            }
            default -> throw unknown(pixelBytes);
        }
    }

    /** Moves four bytes at a time, of which the next pixel overwrites the fourth, while there are four to read. */
    private static void gather3(byte[] from, int at, int[] offsets, byte[] to, int toAt) {
        int fours = offsets.length - 1;
        while (fours > 0 && at + offsets[fours - 1] > from.length - Integer.BYTES) {
            fours--;
        }
        for (int i = 0; i < fours; i++) {
            INTS.set(to, toAt + 3 * i, (int) INTS.get(from, at + offsets[i]));
        }
        for (int i = fours; i < offsets.length; i++) {
            System.arraycopy(from, at + offsets[i], to, toAt + 3 * i, 3);
        }
    }

    /** Picks the pixel at {@code at} and every {@code step}th after it. */
    public static void every(byte[] from, int at, int step, byte[] to, int toAt, int pixels, int pixelBytes) {
        switch (pixelBytes) {
            case 1 -> everyByte(from, at, step, to, toAt, pixels);
            case 2 -> everyPair(from, at, step, to, toAt, pixels);
            case 3 -> everyTriple(from, at, step, to, toAt, pixels);
            case 4 -> everyInt(from, at, step, to, toAt, pixels);
            default -> Striding.copy(from, at, step * pixelBytes, to, toAt, pixelBytes, pixels, pixelBytes);
        }
    }

    private static void everyByte(byte[] from, int at, int step, byte[] to, int toAt, int pixels) {
        switch (step) {
            case 2 -> bytes(from, at, 2, to, toAt, pixels);
            case 4 -> bytes(from, at, 4, to, toAt, pixels);
            case 8 -> bytes(from, at, 8, to, toAt, pixels);
            default -> bytes(from, at, step, to, toAt, pixels);
        }
    }

    private static void bytes(byte[] from, int at, int step, byte[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            to[toAt + i] = from[at + i * step];
        }
    }

    private static void everyPair(byte[] from, int at, int step, byte[] to, int toAt, int pixels) {
        switch (step) {
            case 2 -> pairs(from, at, 4, to, toAt, pixels);
            case 4 -> pairs(from, at, 8, to, toAt, pixels);
            case 8 -> pairs(from, at, 16, to, toAt, pixels);
            default -> pairs(from, at, 2 * step, to, toAt, pixels);
        }
    }

    private static void pairs(byte[] from, int at, int stepBytes, byte[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            SHORTS.set(to, toAt + 2 * i, (short) SHORTS.get(from, at + i * stepBytes));
        }
    }

    private static void everyTriple(byte[] from, int at, int step, byte[] to, int toAt, int pixels) {
        int last = pixels - 1;
        switch (step) {
            case 2 -> triples(from, at, 6, to, toAt, last);
            case 4 -> triples(from, at, 12, to, toAt, last);
            case 8 -> triples(from, at, 24, to, toAt, last);
            default -> triples(from, at, 3 * step, to, toAt, last);
        }
        System.arraycopy(from, at + 3 * last * step, to, toAt + 3 * last, 3);
    }

    private static void triples(byte[] from, int at, int stepBytes, byte[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            INTS.set(to, toAt + 3 * i, (int) INTS.get(from, at + i * stepBytes));
        }
    }

    private static void everyInt(byte[] from, int at, int step, byte[] to, int toAt, int pixels) {
        switch (step) {
            case 2 -> ints(from, at, 8, to, toAt, pixels);
            case 4 -> ints(from, at, 16, to, toAt, pixels);
            case 8 -> ints(from, at, 32, to, toAt, pixels);
            default -> ints(from, at, 4 * step, to, toAt, pixels);
        }
    }

    private static void ints(byte[] from, int at, int stepBytes, byte[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            INTS.set(to, toAt + 4 * i, (int) INTS.get(from, at + i * stepBytes));
        }
    }

    private static IllegalArgumentException unknown(int pixelBytes) {
        return new IllegalArgumentException("no pixel has " + pixelBytes + " bytes");
    }
}
