package dev.imagemill.imageop.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Moves pixels of 1, 2, 3, 4, 6 or 8 bytes that lie evenly apart to others that do. */
public final class Striding {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.nativeOrder());
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private Striding() {}

    /**
     * Copies pixels one after the other, and nothing between or beyond them.
     *
     * @param step bytes from one source pixel to the next, may be negative
     * @param toStep bytes from one target pixel to the next, may be negative
     */
    public static void copy(
            byte[] from, int at, int step, byte[] to, int toAt, int toStep, int pixels, int pixelBytes) {
        switch (pixelBytes) {
            case 1 -> {
                for (int i = 0; i < pixels; i++) {
                    to[toAt + i * toStep] = from[at + i * step];
                }
            }
            case 2 -> {
                for (int i = 0; i < pixels; i++) {
                    SHORT.set(to, toAt + i * toStep, (short) SHORT.get(from, at + i * step));
                }
            }
            case 3 -> {
                for (int i = 0; i < pixels; i++) {
                    SHORT.set(to, toAt + i * toStep, (short) SHORT.get(from, at + i * step));
                    to[toAt + i * toStep + 2] = from[at + i * step + 2];
                }
            }
            case 4 -> {
                for (int i = 0; i < pixels; i++) {
                    INT.set(to, toAt + i * toStep, (int) INT.get(from, at + i * step));
                }
            }
            case 6 -> {
                for (int i = 0; i < pixels; i++) {
                    INT.set(to, toAt + i * toStep, (int) INT.get(from, at + i * step));
                    SHORT.set(to, toAt + i * toStep + 4, (short) SHORT.get(from, at + i * step + 4));
                }
            }
            case 8 -> {
                for (int i = 0; i < pixels; i++) {
                    LONG.set(to, toAt + i * toStep, (long) LONG.get(from, at + i * step));
                }
            }
            default -> throw new IllegalArgumentException("no pixel has " + pixelBytes + " bytes");
        }
    }
}
