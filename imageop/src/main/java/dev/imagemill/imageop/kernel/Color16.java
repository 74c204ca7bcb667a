package dev.imagemill.imageop.kernel;

import static dev.imagemill.imageop.kernel.Views.sample;

/** Colour rules between light and ink for 16-bit quads: those of {@link Color8} at 65535. */
public final class Color16 {
    private static final int MAX = 65535;

    private Color16() {}

    /** Red, green and blue to inks: each by its complement, no black. */
    public static void lightToInk(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        for (int i = 0; i < pixels; i++) {
            sample(to, toAt, 4 * i, ~sample(from, at, 4 * i));
            sample(to, toAt, 4 * i + 1, ~sample(from, at, 4 * i + 1));
            sample(to, toAt, 4 * i + 2, ~sample(from, at, 4 * i + 2));
            sample(to, toAt, 4 * i + 3, 0);
        }
    }

    /** Grey to black ink only. */
    public static void grayToBlack(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        for (int i = 0; i < pixels; i++) {
            sample(to, toAt, 4 * i, 0);
            sample(to, toAt, 4 * i + 1, 0);
            sample(to, toAt, 4 * i + 2, 0);
            sample(to, toAt, 4 * i + 3, ~sample(from, at, 4 * i));
        }
    }

    /** Inks to red, green, blue and opaque alpha: what light a colour's ink leaves of what black leaves. */
    public static void inkToLight(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        for (int i = 0; i < pixels; i++) {
            int light = MAX - sample(from, at, 4 * i + 3);
            sample(to, toAt, 4 * i, multiply(MAX - sample(from, at, 4 * i), light));
            sample(to, toAt, 4 * i + 1, multiply(MAX - sample(from, at, 4 * i + 1), light));
            sample(to, toAt, 4 * i + 2, multiply(MAX - sample(from, at, 4 * i + 2), light));
            sample(to, toAt, 4 * i + 3, MAX);
        }
    }

    /** The product of two fractions of 65535, rounded. */
    static int multiply(int a, int b) {
        long product = (long) a * b + 32768;
        return (int) (((product >> 16) + product) >> 16);
    }
}
