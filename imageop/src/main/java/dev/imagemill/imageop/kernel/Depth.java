package dev.imagemill.imageop.kernel;

/** Changes the width of samples so that black stays 0 and white the maximum; widening is exact, and narrowing undoes it. */
public final class Depth {
    private Depth() {}

    public static void widen(byte[] from, int at, char[] to, int samples) {
        for (int i = 0; i < samples; i++) {
            to[i] = (char) ((from[at + i] & 255) * 257);
        }
    }

    /** Divides by 257, rounded to the nearest. */
    public static void narrow(char[] from, byte[] to, int toAt, int samples) {
        for (int i = 0; i < samples; i++) {
            to[toAt + i] = (byte) ((from[i] * 255 + 32895) >> 16);
        }
    }
}
