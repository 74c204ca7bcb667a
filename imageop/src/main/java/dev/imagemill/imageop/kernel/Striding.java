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
                if (toStep == 3) {
                    gather3(from, at, step, to, toAt, pixels);
                } else {
                    for (int i = 0; i < pixels; i++) {
                        move3(from, at + i * step, to, toAt + i * toStep);
                    }
                }
            }
            case 4 -> {
                for (int i = 0; i < pixels; i++) {
                    INT.set(to, toAt + i * toStep, (int) INT.get(from, at + i * step));
                }
            }
            case 6 -> {
                if (toStep == 6) {
                    gather6(from, at, step, to, toAt, pixels);
                } else {
                    for (int i = 0; i < pixels; i++) {
                        move6(from, at + i * step, to, toAt + i * toStep);
                    }
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

    /**
     * Moves four bytes at a time where three are wanted: the next pixel overwrites the fourth. The first and the last
     * pixel are moved by themselves, to stay inside both arrays.
     */
    private static void gather3(byte[] from, int at, int step, byte[] to, int toAt, int pixels) {
        move3(from, at, to, toAt);
        for (int i = 1; i < pixels - 1; i++) {
            INT.set(to, toAt + i * 3, (int) INT.get(from, at + i * step));
        }
        move3(from, at + (pixels - 1) * step, to, toAt + (pixels - 1) * 3);
    }

    private static void move3(byte[] from, int at, byte[] to, int toAt) {
        SHORT.set(to, toAt, (short) SHORT.get(from, at));
        to[toAt + 2] = from[at + 2];
    }

    /** Moves eight bytes at a time where six are wanted, as {@link #gather3}. */
    private static void gather6(byte[] from, int at, int step, byte[] to, int toAt, int pixels) {
        move6(from, at, to, toAt);
        for (int i = 1; i < pixels - 1; i++) {
            LONG.set(to, toAt + i * 6, (long) LONG.get(from, at + i * step));
        }
        move6(from, at + (pixels - 1) * step, to, toAt + (pixels - 1) * 6);
    }

    private static void move6(byte[] from, int at, byte[] to, int toAt) {
        INT.set(to, toAt, (int) INT.get(from, at));
        SHORT.set(to, toAt + 4, (short) SHORT.get(from, at + 4));
    }
}
