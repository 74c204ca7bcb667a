package dev.imagemill.imageop.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Moves pixels of 1, 2, 3, 4, 6 or 8 bytes to other places: transposes tiles and gathers.
 *
 * <p>There is one loop for each pixel size, because only with constant strides does the compiler take the range checks out.
 */
public final class Reordering {
    /** Bytes from one row of a tile to the next; a tile's columns take at most so many bytes less {@link #TILE_SLACK}. */
    public static final int TILE_STRIDE = 576;

    /** Bytes at the end of a tile's row that are read, not used. */
    public static final int TILE_SLACK = 8;

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.nativeOrder());
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private Reordering() {}

    /**
     * Writes each column of a tile as a run of pixels.
     *
     * @param tile rows {@link #TILE_STRIDE} bytes apart
     * @param to where runs go: the first to {@code toOffset}, each next {@code runStep} further, which may be negative
     */
    public static void transpose(
            byte[] tile, int rows, int columns, byte[] to, int toOffset, int runStep, int pixelBytes) {
        for (int column = 0; column < columns; column++) {
            int run = toOffset + column * runStep;
            switch (pixelBytes) {
                case 1 -> column1(tile, column, to, run, rows);
                case 2 -> column2(tile, 2 * column, to, run, rows);
                case 3 -> column3(tile, 3 * column, to, run, rows);
                case 4 -> column4(tile, 4 * column, to, run, rows);
                case 6 -> column6(tile, 6 * column, to, run, rows);
                case 8 -> column8(tile, 8 * column, to, run, rows);
                default -> throw unknown(pixelBytes);
            }
        }
    }

    private static void column1(byte[] tile, int column, byte[] to, int toOffset, int rows) {
        for (int i = 0; i < rows; i++) {
            to[toOffset + i] = tile[column + i * TILE_STRIDE];
        }
    }

    private static void column2(byte[] tile, int column, byte[] to, int toOffset, int rows) {
        for (int i = 0; i < rows; i++) {
            SHORT.set(to, toOffset + 2 * i, (short) SHORT.get(tile, column + i * TILE_STRIDE));
        }
    }

    /** Moves four bytes at a time: the next pixel overwrites the fourth, and the last pixel is moved by itself. */
    private static void column3(byte[] tile, int column, byte[] to, int toOffset, int rows) {
        int last = rows - 1;
        for (int i = 0; i < last; i++) {
            INT.set(to, toOffset + 3 * i, (int) INT.get(tile, column + i * TILE_STRIDE));
        }
        move3(tile, column + last * TILE_STRIDE, to, toOffset + 3 * last);
    }

    private static void move3(byte[] from, int offset, byte[] to, int toOffset) {
        SHORT.set(to, toOffset, (short) SHORT.get(from, offset));
        to[toOffset + 2] = from[offset + 2];
    }

    private static void column4(byte[] tile, int column, byte[] to, int toOffset, int rows) {
        for (int i = 0; i < rows; i++) {
            INT.set(to, toOffset + 4 * i, (int) INT.get(tile, column + i * TILE_STRIDE));
        }
    }

    private static void column6(byte[] tile, int column, byte[] to, int toOffset, int rows) {
        for (int i = 0; i < rows; i++) {
            INT.set(to, toOffset + 6 * i, (int) INT.get(tile, column + i * TILE_STRIDE));
            SHORT.set(to, toOffset + 6 * i + 4, (short) SHORT.get(tile, column + i * TILE_STRIDE + 4));
        }
    }

    private static void column8(byte[] tile, int column, byte[] to, int toOffset, int rows) {
        for (int i = 0; i < rows; i++) {
            LONG.set(to, toOffset + 8 * i, (long) LONG.get(tile, column + i * TILE_STRIDE));
        }
    }

    /** Writes the pixels at these offsets from {@code at} one after the other. */
    public static void gather(byte[] from, int at, int[] offsets, byte[] to, int toAt, int pixelBytes) {
        for (int i = 0; i < offsets.length; i++) {
            int in = at + offsets[i];
            int out = toAt + i * pixelBytes;
            for (int b = 0; b < pixelBytes; b++) {
                to[out + b] = from[in + b];
            }
        }
    }

    private static IllegalArgumentException unknown(int pixelBytes) {
        return new IllegalArgumentException("no pixel has " + pixelBytes + " bytes");
    }
}
