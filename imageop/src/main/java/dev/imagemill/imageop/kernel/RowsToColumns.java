package dev.imagemill.imageop.kernel;

import static dev.imagemill.imageop.kernel.Views.INTS;
import static dev.imagemill.imageop.kernel.Views.LONGS;
import static dev.imagemill.imageop.kernel.Views.SHORTS;

/**
 * Lays the pixels of a strip of rows out as columns, one after the other in an array, {@link #STRIDE} bytes apart; {@link ColumnsToRows} is the way back.
 *
 * <p>A row at a time is dealt out over the columns. Pixels of one or two bytes go by squares of four rows, which are turned within words: a column
 * receives four pixels at once. The distance of columns is a constant because only then does the compiler take the range checks out.
 */
public final class RowsToColumns {
    /** Bytes from one column to the next; not a power of two, or a row's pixels would share few lines of a cache. */
    public static final int STRIDE = 1032;

    /** The most bytes that a column has; those after it, up to the next, are written to and mean nothing. */
    public static final int COLUMN_BYTES = 1024;

    private static final int SQUARE = 4;
    private static final long EVEN_BYTES = 0x00FF00FF00FF00FFL;
    private static final long EVEN_PAIRS = 0x0000FFFF0000FFFFL;
    private static final long LOW_HALF = 0xFFFFFFFFL;

    private RowsToColumns() {}

    /**
     * Writes each row's pixels behind those of the row before, a pixel to a column.
     *
     * @param at where the first row begins
     * @param step bytes from one row to the next, may be negative
     * @param toAt where the first column begins
     */
    public static void lay(byte[] from, int at, int step, int rows, int columns, byte[] to, int toAt, int pixelBytes) {
        int row = 0;
        if (pixelBytes <= Short.BYTES) {
            for (; row <= rows - SQUARE; row += SQUARE) {
                fourRows(from, at + row * step, step, columns, to, toAt + row * pixelBytes, pixelBytes);
            }
        }
        for (; row < rows; row++) {
            row(from, at + row * step, columns, to, toAt + row * pixelBytes, pixelBytes);
        }
    }

    private static void fourRows(byte[] from, int at, int step, int columns, byte[] to, int toAt, int pixelBytes) {
        int squares = columns * pixelBytes / Long.BYTES;
        if (pixelBytes == 1) {
            fourRowsOfBytes(from, at, step, squares, to, toAt);
        } else {
            fourRowsOfPairs(from, at, step, squares, to, toAt);
        }
        int done = squares * Long.BYTES / pixelBytes;
        for (int row = 0; row < SQUARE; row++) {
            int in = at + row * step + squares * Long.BYTES;
            row(from, in, columns - done, to, toAt + done * STRIDE + row * pixelBytes, pixelBytes);
        }
    }

    /** Turns four rows of eight bytes at a time: first the bytes of pairs of rows are exchanged, then pairs of bytes. */
    private static void fourRowsOfBytes(byte[] from, int at, int step, int squares, byte[] to, int toAt) {
        int second = at + step;
        int third = second + step;
        int fourth = third + step;
        for (int i = 0; i < squares; i++) {
            long a = (long) LONGS.get(from, at + 8 * i);
            long b = (long) LONGS.get(from, second + 8 * i);
            long c = (long) LONGS.get(from, third + 8 * i);
            long d = (long) LONGS.get(from, fourth + 8 * i);
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
            int out = toAt + 8 * STRIDE * i;
            INTS.set(to, out, (int) a);
            INTS.set(to, out + STRIDE, (int) b);
            INTS.set(to, out + 2 * STRIDE, (int) c);
            INTS.set(to, out + 3 * STRIDE, (int) d);
            INTS.set(to, out + 4 * STRIDE, (int) (a >>> 32));
            INTS.set(to, out + 5 * STRIDE, (int) (b >>> 32));
            INTS.set(to, out + 6 * STRIDE, (int) (c >>> 32));
            INTS.set(to, out + 7 * STRIDE, (int) (d >>> 32));
        }
    }

    /** Turns four rows of four pairs of bytes at a time. */
    private static void fourRowsOfPairs(byte[] from, int at, int step, int squares, byte[] to, int toAt) {
        int second = at + step;
        int third = second + step;
        int fourth = third + step;
        for (int i = 0; i < squares; i++) {
            long a = (long) LONGS.get(from, at + 8 * i);
            long b = (long) LONGS.get(from, second + 8 * i);
            long c = (long) LONGS.get(from, third + 8 * i);
            long d = (long) LONGS.get(from, fourth + 8 * i);
            long ab = (a >>> 16 ^ b) & EVEN_PAIRS;
            b ^= ab;
            a ^= ab << 16;
            long cd = (c >>> 16 ^ d) & EVEN_PAIRS;
            d ^= cd;
            c ^= cd << 16;
            int out = toAt + 4 * STRIDE * i;
            LONGS.set(to, out, (a & LOW_HALF) | c << 32);
            LONGS.set(to, out + STRIDE, (b & LOW_HALF) | d << 32);
            LONGS.set(to, out + 2 * STRIDE, a >>> 32 | (c & ~LOW_HALF));
            LONGS.set(to, out + 3 * STRIDE, b >>> 32 | (d & ~LOW_HALF));
        }
    }

    private static void row(byte[] from, int at, int columns, byte[] to, int toAt, int pixelBytes) {
        switch (pixelBytes) {
            case 1 -> {
                for (int i = 0; i < columns; i++) {
                    to[toAt + i * STRIDE] = from[at + i];
                }
            }
            case 2 -> {
                for (int i = 0; i < columns; i++) {
                    SHORTS.set(to, toAt + i * STRIDE, (short) SHORTS.get(from, at + 2 * i));
                }
            }
            case 3 -> {
                // Four bytes at a time: the next row overwrites the fourth. The last pixel may end the array.
                int last = columns - 1;
                for (int i = 0; i < last; i++) {
                    INTS.set(to, toAt + i * STRIDE, (int) INTS.get(from, at + 3 * i));
                }
                System.arraycopy(from, at + 3 * last, to, toAt + last * STRIDE, 3);
            }
            case 4 -> {
                for (int i = 0; i < columns; i++) {
                    INTS.set(to, toAt + i * STRIDE, (int) INTS.get(from, at + 4 * i));
                }
            }
            case 6 -> {
                for (int i = 0; i < columns; i++) {
                    INTS.set(to, toAt + i * STRIDE, (int) INTS.get(from, at + 6 * i));
                    SHORTS.set(to, toAt + i * STRIDE + 4, (short) SHORTS.get(from, at + 6 * i + 4));
                }
            }
            case 8 -> {
                for (int i = 0; i < columns; i++) {
                    LONGS.set(to, toAt + i * STRIDE, (long) LONGS.get(from, at + 8 * i));
                }
            }
            default -> throw new IllegalArgumentException("no pixel has " + pixelBytes + " bytes");
        }
    }
}
