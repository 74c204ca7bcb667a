package dev.imagemill.imageop.kernel;

/** Makes bytes that are 0 or 255. */
public final class Thresholding {
    private Thresholding() {}

    /** 255 from the middle of the range, 128, on. */
    public static void upperHalf(byte[] from, int at, byte[] to, int toAt, int count) {
        for (int i = 0; i < count; i++) {
            to[toAt + i] = (byte) (from[at + i] >> 7);
        }
    }

    /** 255 for anything but 0. */
    public static void nonZero(byte[] from, int at, byte[] to, int toAt, int count) {
        for (int i = 0; i < count; i++) {
            to[toAt + i] = (byte) (-(from[at + i] & 255) >> 31);
        }
    }
}
