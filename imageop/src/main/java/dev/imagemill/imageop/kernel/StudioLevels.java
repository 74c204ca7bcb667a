package dev.imagemill.imageop.kernel;

import static dev.imagemill.imageop.kernel.Views.sample;

import java.util.function.IntUnaryOperator;

/**
 * Between the full levels of JFIF and the studio levels of BT.601, where black is 16, white 235, and chroma 16 to 240. Rounded to the
 * nearest, halves away from neutral, and clipped. From studio to full and back is exact for legal levels.
 */
public final class StudioLevels {
    private static final int MAX = 255;
    private static final int NEUTRAL = 128;
    private static final int BLACK = 16;
    private static final int LUMA_SPAN = 219;
    private static final int CHROMA_SPAN = 224;
    private static final int WIDE_MAX = 65535;
    private static final int WIDE_BLACK = BLACK * 257;

    private static final byte[] LUMA_TO_FULL = table(y -> scale(y - BLACK, MAX, LUMA_SPAN));
    private static final byte[] LUMA_TO_STUDIO = table(y -> BLACK + scale(y, LUMA_SPAN, MAX));
    private static final byte[] CHROMA_TO_FULL = table(c -> NEUTRAL + scale(c - NEUTRAL, MAX, CHROMA_SPAN));
    private static final byte[] CHROMA_TO_STUDIO = table(c -> NEUTRAL + scale(c - NEUTRAL, CHROMA_SPAN, MAX));

    private StudioLevels() {}

    private static byte[] table(IntUnaryOperator level) {
        byte[] table = new byte[MAX + 1];
        for (int i = 0; i <= MAX; i++) {
            table[i] = (byte) Math.clamp(level.applyAsInt(i), 0, MAX);
        }
        return table;
    }

    /** {@code value * to / from}, rounded, halves away from zero. */
    private static int scale(int value, int to, int from) {
        int half = value < 0 ? -from : from;
        return (2 * value * to + half) / (2 * from);
    }

    public static void lumaToFull8(byte[] from, int at, byte[] to, int toAt, int samples, Lanes lanes) {
        lookUp(from, at, to, toAt, samples, LUMA_TO_FULL);
    }

    public static void lumaToStudio8(byte[] from, int at, byte[] to, int toAt, int samples, Lanes lanes) {
        lookUp(from, at, to, toAt, samples, LUMA_TO_STUDIO);
    }

    public static void chromaToFull8(byte[] from, int at, byte[] to, int toAt, int samples, Lanes lanes) {
        lookUp(from, at, to, toAt, samples, CHROMA_TO_FULL);
    }

    public static void chromaToStudio8(byte[] from, int at, byte[] to, int toAt, int samples, Lanes lanes) {
        lookUp(from, at, to, toAt, samples, CHROMA_TO_STUDIO);
    }

    private static void lookUp(byte[] from, int at, byte[] to, int toAt, int samples, byte[] table) {
        for (int i = 0; i < samples; i++) {
            to[toAt + i] = table[from[at + i] & MAX];
        }
    }

    public static void lumaToFull16(byte[] from, int at, byte[] to, int toAt, int samples, Lanes lanes) {
        for (int i = 0; i < samples; i++) {
            int full = scale(sample(from, at, i) - WIDE_BLACK, MAX, LUMA_SPAN);
            sample(to, toAt, i, Math.clamp(full, 0, WIDE_MAX));
        }
    }

    public static void lumaToStudio16(byte[] from, int at, byte[] to, int toAt, int samples, Lanes lanes) {
        for (int i = 0; i < samples; i++) {
            sample(to, toAt, i, WIDE_BLACK + scale(sample(from, at, i), LUMA_SPAN, MAX));
        }
    }
}
