package dev.imagemill.imageop.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Transposes matrices of elements of 1, 2, 4 or 8 bytes, block by block, so that neither side leaves the cache. */
public final class Transposing {
    private static final int BLOCK = 32;

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.nativeOrder());
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private Transposing() {}

    /**
     * Writes each column of a matrix as a row.
     *
     * @param at the matrix's first byte
     * @param step bytes from one row of the matrix to the next
     * @param toStep bytes from one row of the result, which has {@code rows} elements, to the next
     */
    public static void transpose(
            byte[] from, int at, int step, int rows, int columns, byte[] to, int toAt, int toStep, int bytes) {
        for (int row = 0; row < rows; row += BLOCK) {
            int height = Math.min(BLOCK, rows - row);
            for (int column = 0; column < columns; column += BLOCK) {
                int width = Math.min(BLOCK, columns - column);
                int in = at + row * step + column * bytes;
                int out = toAt + column * toStep + row * bytes;
                for (int i = 0; i < width; i++) {
                    column(from, in + i * bytes, step, to, out + i * toStep, height, bytes);
                }
            }
        }
    }

    private static void column(byte[] from, int at, int step, byte[] to, int toAt, int count, int bytes) {
        switch (bytes) {
            case 1 -> {
                for (int i = 0; i < count; i++) {
                    to[toAt + i] = from[at + i * step];
                }
            }
            case 2 -> {
                for (int i = 0; i < count; i++) {
                    SHORT.set(to, toAt + 2 * i, (short) SHORT.get(from, at + i * step));
                }
            }
            case 4 -> {
                for (int i = 0; i < count; i++) {
                    INT.set(to, toAt + 4 * i, (int) INT.get(from, at + i * step));
                }
            }
            case 8 -> {
                for (int i = 0; i < count; i++) {
                    LONG.set(to, toAt + 8 * i, (long) LONG.get(from, at + i * step));
                }
            }
            default -> throw new IllegalArgumentException("no element has " + bytes + " bytes");
        }
    }
}
