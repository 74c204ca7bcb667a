package dev.imagemill.imageop.kernel;

import static dev.imagemill.imageop.kernel.Views.SAMPLES32;

/**
 * Moves samples away from those of a blurred image, whose place they take: {@code floor(v + amount * (v - blurred) + 0.5)}, limited, where the two differ by
 * more than a threshold. Of pixels with alpha the last sample is taken as it is.
 */
public final class Unsharp {
    private static final int MAX8 = 255;
    private static final int MAX16 = 65535;
    private static final long MAX32 = 0xFFFFFFFFL;

    private Unsharp() {}

    /** What is added to 8-bit samples for each difference, the one of -255 first. */
    public static int[] table(double amount, double threshold) {
        int[] added = new int[2 * MAX8 + 1];
        for (int difference = -MAX8; difference <= MAX8; difference++) {
            double more = Math.abs(difference) > threshold ? Math.floor(amount * difference + 0.5) : 0;
            added[difference + MAX8] = (int) Math.clamp(more, -MAX8, MAX8);
        }
        return added;
    }

    /**
     * Sharpens 8-bit samples.
     *
     * @param step samples from one pixel to the next
     * @param colors samples of a pixel that are sharpened
     */
    public static void sharpen8(
            byte[] from, int at, byte[] blurred, int blurredAt, int samples, int step, int colors, int... added) {
        for (int i = 0; i < samples; i += step) {
            for (int c = 0; c < colors; c++) {
                int value = from[at + i + c] & MAX8;
                int more = added[value - (blurred[blurredAt + i + c] & MAX8) + MAX8];
                blurred[blurredAt + i + c] = (byte) Math.max(0, Math.min(MAX8, value + more));
            }
            if (colors < step) {
                blurred[blurredAt + i + colors] = from[at + i + colors];
            }
        }
    }

    /** Sharpens 16-bit samples as {@link #sharpen8} those of 8. */
    public static void sharpen16(
            byte[] from,
            int at,
            byte[] blurred,
            int blurredAt,
            int samples,
            int step,
            int colors,
            double amount,
            double threshold) {
        for (int i = 0; i < samples; i += step) {
            for (int c = 0; c < colors; c++) {
                int value = Views.sample(from, at, i + c);
                int difference = value - Views.sample(blurred, blurredAt, i + c);
                double sharp = Math.abs(difference) > threshold ? value + amount * difference + 0.5 : value;
                Views.sample(blurred, blurredAt, i + c, (int) Math.max(0, Math.min(MAX16, sharp)));
            }
            if (colors < step) {
                Views.sample(blurred, blurredAt, i + colors, Views.sample(from, at, i + colors));
            }
        }
    }

    /** Sharpens 32-bit samples as {@link #sharpen8} those of 8. */
    public static void sharpen32(
            byte[] from, int at, byte[] blurred, int blurredAt, int samples, double amount, double threshold) {
        for (int i = 0; i < samples; i++) {
            long value = (int) SAMPLES32.get(from, at + i * Integer.BYTES) & MAX32;
            int place = blurredAt + i * Integer.BYTES;
            long difference = value - ((int) SAMPLES32.get(blurred, place) & MAX32);
            double sharp = Math.abs(difference) > threshold ? value + amount * difference + 0.5 : value;
            SAMPLES32.set(blurred, place, (int) (long) Math.max(0, Math.min(MAX32, sharp)));
        }
    }
}
