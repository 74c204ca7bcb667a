package dev.imagemill.imageop.kernel;

import static dev.imagemill.imageop.kernel.Views.sample;

/** Moves 16-bit samples between pixels of one, two, three and four: what {@link Layout8} does for 8 bits. */
public final class Layout16 {
    private static final int MAX = 65535;

    private Layout16() {}

    /** Grey to grey and opaque alpha. */
    public static void addAlpha(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        for (int i = 0; i < pixels; i++) {
            sample(to, toAt, 2 * i, sample(from, at, i));
            sample(to, toAt, 2 * i + 1, MAX);
        }
    }

    /** Grey and alpha to grey. */
    public static void dropAlpha(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        for (int i = 0; i < pixels; i++) {
            sample(to, toAt, i, sample(from, at, 2 * i));
        }
    }

    /** Grey and alpha to a quad. */
    public static void grayAlphaToQuads(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        for (int i = 0; i < pixels; i++) {
            char gray = sample(from, at, 2 * i);
            sample(to, toAt, 4 * i, gray);
            sample(to, toAt, 4 * i + 1, gray);
            sample(to, toAt, 4 * i + 2, gray);
            sample(to, toAt, 4 * i + 3, sample(from, at, 2 * i + 1));
        }
    }

    /** The first and the fourth of a quad. */
    public static void quadsToGrayAlpha(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        for (int i = 0; i < pixels; i++) {
            sample(to, toAt, 2 * i, sample(from, at, 4 * i));
            sample(to, toAt, 2 * i + 1, sample(from, at, 4 * i + 3));
        }
    }

    /** Three samples to a quad whose fourth is 65535. */
    public static void triplesToQuads(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        for (int i = 0; i < pixels; i++) {
            sample(to, toAt, 4 * i, sample(from, at, 3 * i));
            sample(to, toAt, 4 * i + 1, sample(from, at, 3 * i + 1));
            sample(to, toAt, 4 * i + 2, sample(from, at, 3 * i + 2));
            sample(to, toAt, 4 * i + 3, MAX);
        }
    }

    /** The first three of a quad. */
    public static void quadsToTriples(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        for (int i = 0; i < pixels; i++) {
            sample(to, toAt, 3 * i, sample(from, at, 4 * i));
            sample(to, toAt, 3 * i + 1, sample(from, at, 4 * i + 1));
            sample(to, toAt, 3 * i + 2, sample(from, at, 4 * i + 2));
        }
    }
}
