package dev.imagemill.imageop.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Writes lines of pixels of 1, 2, 3, 4, 6 or 8 bytes in reverse order.
 *
 * <p>The compiler does not vectorise a loop that reads backwards, so as many pixels as fit are turned around within one
 * {@code long}. Pixels of 2 bytes, which take six operations to turn around, do so in a loop of its own that reads
 * forwards and is vectorised. Where a pixel does not fill what is written, the next one overwrites the excess, and the
 * pixels at both ends are moved by themselves, to stay inside both arrays.
 */
public final class Reversing {
    /** How many numbers the scratch array holds. */
    public static final int SCRATCH = 512;

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EVERY_OTHER_SHORT = 0x0000FFFF0000FFFFL;

    private Reversing() {}

    /**
     * Writes the pixels of a line from the last to the first.
     *
     * @param scratch {@link #SCRATCH} numbers to compute in
     */
    public static void reverse(
            byte[] from, int fromOffset, byte[] to, int toOffset, int pixels, int pixelBytes, long[] scratch) {
        if (pixels == 0) {
            return;
        }
        switch (pixelBytes) {
            case 1 -> reverse1(from, fromOffset, to, toOffset, pixels);
            case 2 -> reverse2(from, fromOffset, to, toOffset, pixels, scratch);
            case 3 -> reverse3(from, fromOffset, to, toOffset, pixels);
            case 4 -> reverse4(from, fromOffset, to, toOffset, pixels);
            case 6 -> reverse6(from, fromOffset, to, toOffset, pixels);
            case 8 -> reverse8(from, fromOffset, to, toOffset, pixels);
            default -> throw new IllegalArgumentException("no pixel has " + pixelBytes + " bytes");
        }
    }

    private static void reverse1(byte[] from, int fromOffset, byte[] to, int toOffset, int pixels) {
        int words = pixels / 8;
        int last = fromOffset + pixels - 8;
        for (int i = 0; i < words; i++) {
            LONG.set(to, toOffset + 8 * i, Long.reverseBytes((long) LONG.get(from, last - 8 * i)));
        }
        for (int i = 8 * words; i < pixels; i++) {
            to[toOffset + i] = from[fromOffset + pixels - 1 - i];
        }
    }

    private static void reverse2(byte[] from, int fromOffset, byte[] to, int toOffset, int pixels, long[] scratch) {
        int words = pixels / 4;
        int end = fromOffset + 2 * pixels;
        for (int done = 0; done < words; done += SCRATCH) {
            int run = Math.min(SCRATCH, words - done);
            int start = end - 8 * (done + run);
            for (int i = 0; i < run; i++) {
                long word = Long.rotateLeft((long) LONG.get(from, start + 8 * i), 32);
                scratch[i] = ((word & EVERY_OTHER_SHORT) << 16) | ((word >>> 16) & EVERY_OTHER_SHORT);
            }
            int toAt = toOffset + 8 * done;
            for (int i = 0; i < run; i++) {
                LONG.set(to, toAt + 8 * i, scratch[run - 1 - i]);
            }
        }
        for (int i = 4 * words; i < pixels; i++) {
            SHORT.set(to, toOffset + 2 * i, (short) SHORT.get(from, end - 2 - 2 * i));
        }
    }

    private static void reverse3(byte[] from, int fromOffset, byte[] to, int toOffset, int pixels) {
        int last = fromOffset + 3 * (pixels - 1);
        move3(from, last, to, toOffset);
        // Sixteen pixels at a time, written out: the compiler does not unroll this loop by itself.
        int groups = (pixels - 2) / 16;
        for (int i = 0; i < groups; i++) {
            int at = last - 48 - 48 * i;
            int toAt = toOffset + 3 + 48 * i;
            swap3(from, at + 42, to, toAt);
            swap3(from, at + 36, to, toAt + 6);
            swap3(from, at + 30, to, toAt + 12);
            swap3(from, at + 24, to, toAt + 18);
            swap3(from, at + 18, to, toAt + 24);
            swap3(from, at + 12, to, toAt + 30);
            swap3(from, at + 6, to, toAt + 36);
            swap3(from, at, to, toAt + 42);
        }
        for (int i = 1 + 16 * groups; i < pixels; i++) {
            move3(from, last - 3 * i, to, toOffset + 3 * i);
        }
    }

    /** Writes two pixels in reverse order, and one byte more. */
    private static void swap3(byte[] from, int offset, byte[] to, int toOffset) {
        long pair = (long) LONG.get(from, offset);
        INT.set(to, toOffset, (int) (pair >>> 24));
        INT.set(to, toOffset + 3, (int) pair);
    }

    private static void move3(byte[] from, int offset, byte[] to, int toOffset) {
        SHORT.set(to, toOffset, (short) SHORT.get(from, offset));
        to[toOffset + 2] = from[offset + 2];
    }

    private static void reverse4(byte[] from, int fromOffset, byte[] to, int toOffset, int pixels) {
        int words = pixels / 2;
        int last = fromOffset + 4 * pixels - 8;
        for (int i = 0; i < words; i++) {
            LONG.set(to, toOffset + 8 * i, Long.rotateLeft((long) LONG.get(from, last - 8 * i), 32));
        }
        if (pixels % 2 == 1) {
            INT.set(to, toOffset + 8 * words, (int) INT.get(from, fromOffset));
        }
    }

    private static void reverse6(byte[] from, int fromOffset, byte[] to, int toOffset, int pixels) {
        int last = fromOffset + 6 * (pixels - 1);
        move6(from, last, to, toOffset);
        for (int i = 1; i < pixels - 1; i++) {
            LONG.set(to, toOffset + 6 * i, (long) LONG.get(from, last - 6 * i));
        }
        move6(from, fromOffset, to, toOffset + 6 * (pixels - 1));
    }

    private static void move6(byte[] from, int offset, byte[] to, int toOffset) {
        INT.set(to, toOffset, (int) INT.get(from, offset));
        SHORT.set(to, toOffset + 4, (short) SHORT.get(from, offset + 4));
    }

    private static void reverse8(byte[] from, int fromOffset, byte[] to, int toOffset, int pixels) {
        int last = fromOffset + 8 * (pixels - 1);
        for (int i = 0; i < pixels; i++) {
            LONG.set(to, toOffset + 8 * i, (long) LONG.get(from, last - 8 * i));
        }
    }
}
