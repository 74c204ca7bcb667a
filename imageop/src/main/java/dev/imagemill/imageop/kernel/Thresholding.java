package dev.imagemill.imageop.kernel;

import static dev.imagemill.imageop.kernel.Views.LONGS;

/** Makes bytes that are 0 or 255. */
public final class Thresholding {
    private static final long UPPERMOST = 0x8080808080808080L;

    private Thresholding() {}

    /** 255 from the middle of the range, 128, on. */
    public static void upperHalf(byte[] from, int at, byte[] to, int toAt, int count) {
        for (int i = 0; i < count; i++) {
            to[toAt + i] = (byte) (from[at + i] >> 7);
        }
    }

    /** 255 for anything but 0. */
    public static void nonZero(byte[] from, int at, byte[] to, int toAt, int count) {
        int whole = count - count % Long.BYTES;
        for (int i = 0; i < whole; i += Long.BYTES) {
            long bytes = (long) LONGS.get(from, at + i);
            // The uppermost bit of each byte is set by a carry from its other bits, or by itself.
            long nonZero = (((bytes & ~UPPERMOST) + ~UPPERMOST) | bytes) & UPPERMOST;
            LONGS.set(to, toAt + i, (nonZero << 1) - (nonZero >>> 7));
        }
        for (int i = whole; i < count; i++) {
            to[toAt + i] = (byte) (-(from[at + i] & 255) >> 31);
        }
    }
}
