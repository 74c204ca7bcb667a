package dev.imagemill.imageop.kernel;

import static dev.imagemill.imageop.kernel.RowsToColumns.STRIDE;
import static dev.imagemill.imageop.kernel.Views.INTS;
import static dev.imagemill.imageop.kernel.Views.LONGS;
import static dev.imagemill.imageop.kernel.Views.SHORTS;

/** Lays columns of pixels, {@link RowsToColumns#STRIDE} bytes apart, out as rows: what {@link RowsToColumns} does, backwards. */
public final class ColumnsToRows {
    private static final int SQUARE = 4;
    private static final long EVEN_BYTES = 0x00FF00FF00FF00FFL;
    private static final long EVEN_PAIRS = 0x0000FFFF0000FFFFL;
    private static final long LOW_HALF = 0xFFFFFFFFL;

    private ColumnsToRows() {}

    /**
     * Writes the first pixel of every column as the first row, and so on.
     *
     * @param from columns, the first from 0 on
     * @param toAt where the first row goes
     * @param toStep bytes from there to where the next row goes
     */
    public static void lay(byte[] from, int rows, int columns, byte[] to, int toAt, int toStep, int pixelBytes) {
        int row = 0;
        if (pixelBytes <= Short.BYTES) {
            for (; row <= rows - SQUARE; row += SQUARE) {
                fourRows(from, row * pixelBytes, columns, to, toAt + row * toStep, toStep, pixelBytes);
            }
        }
        for (; row < rows; row++) {
            row(from, row * pixelBytes, columns, to, toAt + row * toStep, pixelBytes);
        }
    }

    private static void fourRows(byte[] from, int at, int columns, byte[] to, int toAt, int toStep, int pixelBytes) {
        int squares = columns * pixelBytes / Long.BYTES;
        if (pixelBytes == 1) {
            fourRowsOfBytes(from, at, squares, to, toAt, toStep);
        } else {
            fourRowsOfPairs(from, at, squares, to, toAt, toStep);
        }
        int done = squares * Long.BYTES / pixelBytes;
        for (int row = 0; row < SQUARE; row++) {
            int out = toAt + row * toStep + squares * Long.BYTES;
            row(from, at + done * STRIDE + row * pixelBytes, columns - done, to, out, pixelBytes);
        }
    }

    private static void fourRowsOfBytes(byte[] from, int at, int squares, byte[] to, int toAt, int toStep) {
        int second = toAt + toStep;
        int third = second + toStep;
        int fourth = third + toStep;
        for (int i = 0; i < squares; i++) {
            int in = at + 8 * STRIDE * i;
            long a = ((int) INTS.get(from, in) & LOW_HALF) | (long) (int) INTS.get(from, in + 4 * STRIDE) << 32;
            long b =
                    ((int) INTS.get(from, in + STRIDE) & LOW_HALF) | (long) (int) INTS.get(from, in + 5 * STRIDE) << 32;
            long c = ((int) INTS.get(from, in + 2 * STRIDE) & LOW_HALF)
                    | (long) (int) INTS.get(from, in + 6 * STRIDE) << 32;
            long d = ((int) INTS.get(from, in + 3 * STRIDE) & LOW_HALF)
                    | (long) (int) INTS.get(from, in + 7 * STRIDE) << 32;
            long ab = (a >>> 8 ^ b) & EVEN_BYTES;
            b ^= ab;
            a ^= ab << 8;
            long cd = (c >>> 8 ^ d) & EVEN_BYTES;
            d ^= cd;
            c ^= cd << 8;
            long ac = (a >>> 16 ^ c) & EVEN_PAIRS;
            c ^= ac;
            a ^= ac << 16;
            long bd = (b >>> 16 ^ d) & EVEN_PAIRS;
            d ^= bd;
            b ^= bd << 16;
            LONGS.set(to, toAt + 8 * i, a);
            LONGS.set(to, second + 8 * i, b);
            LONGS.set(to, third + 8 * i, c);
            LONGS.set(to, fourth + 8 * i, d);
        }
    }

    private static void fourRowsOfPairs(byte[] from, int at, int squares, byte[] to, int toAt, int toStep) {
        int second = toAt + toStep;
        int third = second + toStep;
        int fourth = third + toStep;
        for (int i = 0; i < squares; i++) {
            int in = at + 4 * STRIDE * i;
            long a = (long) LONGS.get(from, in);
            long b = (long) LONGS.get(from, in + STRIDE);
            long c = (long) LONGS.get(from, in + 2 * STRIDE);
            long d = (long) LONGS.get(from, in + 3 * STRIDE);
            long ab = (a >>> 16 ^ b) & EVEN_PAIRS;
            b ^= ab;
            a ^= ab << 16;
            long cd = (c >>> 16 ^ d) & EVEN_PAIRS;
            d ^= cd;
            c ^= cd << 16;
            LONGS.set(to, toAt + 8 * i, (a & LOW_HALF) | c << 32);
            LONGS.set(to, second + 8 * i, (b & LOW_HALF) | d << 32);
            LONGS.set(to, third + 8 * i, a >>> 32 | (c & ~LOW_HALF));
            LONGS.set(to, fourth + 8 * i, b >>> 32 | (d & ~LOW_HALF));
        }
    }

    private static void row(byte[] from, int at, int columns, byte[] to, int toAt, int pixelBytes) {
        switch (pixelBytes) {
            case 1 -> {
                for (int i = 0; i < columns; i++) {
                    to[toAt + i] = from[at + i * STRIDE];
                }
            }
            case 2 -> {
                for (int i = 0; i < columns; i++) {
                    SHORTS.set(to, toAt + 2 * i, (short) SHORTS.get(from, at + i * STRIDE));
                }
            }
            case 3 -> {
                // Four bytes at a time: the next pixel overwrites the fourth.
                int last = columns - 1;
                for (int i = 0; i < last; i++) {
                    INTS.set(to, toAt + 3 * i, (int) INTS.get(from, at + i * STRIDE));
                }
                System.arraycopy(from, at + last * STRIDE, to, toAt + 3 * last, 3);
            }
            case 4 -> {
                for (int i = 0; i < columns; i++) {
                    INTS.set(to, toAt + 4 * i, (int) INTS.get(from, at + i * STRIDE));
                }
            }
            case 6 -> {
                for (int i = 0; i < columns; i++) {
                    INTS.set(to, toAt + 6 * i, (int) INTS.get(from, at + i * STRIDE));
                    SHORTS.set(to, toAt + 6 * i + 4, (short) SHORTS.get(from, at + i * STRIDE + 4));
                }
            }
            case 8 -> {
                for (int i = 0; i < columns; i++) {
                    LONGS.set(to, toAt + 8 * i, (long) LONGS.get(from, at + i * STRIDE));
                }
            }
            default -> throw new IllegalArgumentException("no pixel has " + pixelBytes + " bytes");
        }
    }
}
