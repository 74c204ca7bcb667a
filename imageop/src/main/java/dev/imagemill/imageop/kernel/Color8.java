package dev.imagemill.imageop.kernel;

import static dev.imagemill.imageop.kernel.Views.INTS;
import static dev.imagemill.imageop.kernel.Views.LONGS;

/** Colour rules between light and ink for 8-bit quads (see {@link Layout8}), Pillow's to the bit. */
public final class Color8 {
    private static final int FOURTH = 0xff000000;
    private static final int ODD = 0x00ff00ff;

    private Color8() {}

    /** Red, green and blue to inks: each by its complement, no black. */
    public static void lightToInk(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        int[] quads = lanes.first;
        for (int i = 0; i < pixels; i++) {
            quads[i] = ~((int) INTS.get(from, at + Integer.BYTES * i) | FOURTH);
        }
        Lanes.store(quads, to, toAt, pixels);
    }

    /** Grey to black ink only. */
    public static void grayToBlack(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        int[] quads = lanes.first;
        for (int i = 0; i < pixels; i++) {
            quads[i] = ~(int) INTS.get(from, at + Integer.BYTES * i) << 24;
        }
        Lanes.store(quads, to, toAt, pixels);
    }

    /** Grey of grey and alpha, not yet a quad, to black ink only. */
    public static void grayAlphaToBlack(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        long[] longs = lanes.longs;
        int groups = (pixels + 1) >> 1;
        Layout8.loadGrayAlpha(from, at, groups, longs);
        for (int i = 0; i < groups; i++) {
            LONGS.set(to, toAt + Long.BYTES * i, (~longs[i] & 0x000000ff000000ffL) << 24);
        }
    }

    /**
     * Inks to red, green, blue and opaque alpha: what light a colour's ink leaves of what black leaves. Pillow subtracts the light that the ink
     * takes; the two are equal, since no product of two bytes is an odd half of 255.
     */
    public static void inkToLight(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        int[] redAndBlue = lanes.first;
        int[] green = lanes.second;
        for (int i = 0; i < pixels; i++) { // in one multiplication
            int light = ~(int) INTS.get(from, at + Integer.BYTES * i);
            int product = (light & ODD) * (light >>> 24) + 0x00800080;
            redAndBlue[i] = (((product >>> 8 & ODD) + product) >>> 8) & ODD;
        }
        for (int i = 0; i < pixels; i++) {
            int light = ~(int) INTS.get(from, at + Integer.BYTES * i);
            int product = (light >>> 8 & 255) * (light >>> 24) + 128;
            green[i] = ((product >>> 8) + product) & 0xff00;
        }
        for (int i = 0; i < pixels; i++) {
            INTS.set(to, toAt + Integer.BYTES * i, redAndBlue[i] | green[i] | FOURTH);
        }
    }

    /** The product of two fractions of 255, rounded. */
    static int multiply(int a, int b) {
        int product = a * b + 128;
        return ((product >> 8) + product) >> 8;
    }
}
