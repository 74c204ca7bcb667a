package dev.imagemill.imageop.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Several bytes of an array at a time as one number; of four and eight, the first is the lowest whatever the machine's byte order.
 *
 * <p>The compiler makes vector code of loops over {@code long} if they are short and touch every array at the same index, so what needs
 * many steps is one loop for each of them over arrays that fit the first-level cache.
 */
final class Words {
    static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    /** Sixteen-bit samples, in the machine's byte order. */
    static final VarHandle CHAR = MethodHandles.byteArrayViewVarHandle(char[].class, ByteOrder.nativeOrder());

    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Words() {}

    static void load(byte[] from, int at, long[] to, int words) {
        for (int i = 0; i < words; i++) {
            to[i] = (long) LONG.get(from, at + Long.BYTES * i);
        }
    }

    static void store(long[] from, byte[] to, int toAt, int words) {
        for (int i = 0; i < words; i++) {
            LONG.set(to, toAt + Long.BYTES * i, from[i]);
        }
    }

    static void store(int[] from, byte[] to, int toAt, int words) {
        for (int i = 0; i < words; i++) {
            INT.set(to, toAt + Integer.BYTES * i, from[i]);
        }
    }

    /** Takes the first of every two, three or four words; one loop for each, for only constant distances free it of range checks. */
    static void gather(byte[] from, int at, int distance, long[] to, int words) {
        switch (distance) {
            case 2 -> {
                for (int i = 0; i < words; i++) {
                    to[i] = (long) LONG.get(from, at + 16 * i);
                }
            }
            case 3 -> {
                for (int i = 0; i < words; i++) {
                    to[i] = (long) LONG.get(from, at + 24 * i);
                }
            }
            case 4 -> {
                for (int i = 0; i < words; i++) {
                    to[i] = (long) LONG.get(from, at + 32 * i);
                }
            }
            default -> throw new IllegalArgumentException("no loop takes one of " + distance + " words");
        }
    }

    /** Sets the first of every two, three or four words. */
    static void scatter(long[] from, byte[] to, int toAt, int distance, int words) {
        switch (distance) {
            case 2 -> {
                for (int i = 0; i < words; i++) {
                    LONG.set(to, toAt + 16 * i, from[i]);
                }
            }
            case 3 -> {
                for (int i = 0; i < words; i++) {
                    LONG.set(to, toAt + 24 * i, from[i]);
                }
            }
            case 4 -> {
                for (int i = 0; i < words; i++) {
                    LONG.set(to, toAt + 32 * i, from[i]);
                }
            }
            default -> throw new IllegalArgumentException("no loop sets one of " + distance + " words");
        }
    }

    /**
     * Exchanges those bits of {@code high} that a mask shifted up by {@code distance} selects with those of {@code low} that the mask
     * selects. Done twice, it changes nothing.
     */
    static void exchange(long[] high, long[] low, int distance, long mask, int words) {
        for (int i = 0; i < words; i++) {
            long change = ((high[i] >>> distance) ^ low[i]) & mask;
            low[i] ^= change;
            high[i] ^= change << distance;
        }
    }
}
