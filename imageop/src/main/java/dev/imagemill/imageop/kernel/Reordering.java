package dev.imagemill.imageop.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Moves pixels of 1, 2, 3, 4, 6 or 8 bytes to other places: reverses lines and transposes tiles. */
public final class Reordering {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.nativeOrder());
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private Reordering() {}

    /** Writes a line of pixels in reverse order. */
    public static void reverse(byte[] from, int fromOffset, byte[] to, int toOffset, int pixels, int pixelBytes) {
        column(from, fromOffset + (pixels - 1) * pixelBytes, -pixelBytes, to, toOffset, pixels, pixelBytes);
    }

    /**
     * Writes each column of a tile as a run of pixels.
     *
     * @param from the tile; {@code first} is the offset of the pixel that comes first in the first column, {@code rowStep} the distance to the
     *     next pixel of a column, negative to read upwards
     * @param to where runs go: the first to {@code toOffset}, each next {@code runStep} further, which may be negative
     */
    public static void transpose(
            byte[] from, int first, int rowStep, int rows, int columns, byte[] to, int toOffset, int runStep, int pixelBytes) {
        for (int column = 0; column < columns; column++) {
            column(from, first + column * pixelBytes, rowStep, to, toOffset + column * runStep, rows, pixelBytes);
        }
    }

    /** Copies pixels that lie {@code step} apart into a run. */
    private static void column(byte[] from, int offset, int step, byte[] to, int toOffset, int pixels, int pixelBytes) {
        switch (pixelBytes) {
            case 1 -> column1(from, offset, step, to, toOffset, pixels);
            case 2 -> column2(from, offset, step, to, toOffset, pixels);
            case 3 -> column3(from, offset, step, to, toOffset, pixels);
            case 4 -> column4(from, offset, step, to, toOffset, pixels);
            case 6 -> column6(from, offset, step, to, toOffset, pixels);
            case 8 -> column8(from, offset, step, to, toOffset, pixels);
            default -> throw new IllegalArgumentException("no pixel has " + pixelBytes + " bytes");
        }
    }

    private static void column1(byte[] from, int offset, int step, byte[] to, int toOffset, int pixels) {
        for (int i = 0; i < pixels; i++) {
            to[toOffset + i] = from[offset + i * step];
        }
    }

    private static void column2(byte[] from, int offset, int step, byte[] to, int toOffset, int pixels) {
        for (int i = 0; i < pixels; i++) {
            SHORT.set(to, toOffset + 2 * i, (short) SHORT.get(from, offset + i * step));
        }
    }

    private static void column3(byte[] from, int offset, int step, byte[] to, int toOffset, int pixels) {
        for (int i = 0; i < pixels; i++) {
            int at = offset + i * step;
            int out = toOffset + 3 * i;
            SHORT.set(to, out, (short) SHORT.get(from, at));
            to[out + 2] = from[at + 2];
        }
    }

    private static void column4(byte[] from, int offset, int step, byte[] to, int toOffset, int pixels) {
        for (int i = 0; i < pixels; i++) {
            INT.set(to, toOffset + 4 * i, (int) INT.get(from, offset + i * step));
        }
    }

    private static void column6(byte[] from, int offset, int step, byte[] to, int toOffset, int pixels) {
        for (int i = 0; i < pixels; i++) {
            int at = offset + i * step;
            int out = toOffset + 6 * i;
            INT.set(to, out, (int) INT.get(from, at));
            SHORT.set(to, out + 4, (short) SHORT.get(from, at + 4));
        }
    }

    private static void column8(byte[] from, int offset, int step, byte[] to, int toOffset, int pixels) {
        for (int i = 0; i < pixels; i++) {
            LONG.set(to, toOffset + 8 * i, (long) LONG.get(from, offset + i * step));
        }
    }
}
