package dev.imagemill.imageop.kernel;

import java.util.Arrays;

/** Colour rules for 16-bit quads that {@link Layout16} does not have: those of {@link Color8} at 65535. */
public final class Color16 {
    private static final int MAX = 65535;

    private Color16() {}

    /** Inks to red, green, blue and opaque alpha: what light a colour's ink leaves of what black leaves. */
    public static void inkToLight(byte[] from, int at, byte[] to, int toAt, int pixels, Lanes lanes) {
        Quads16.split(from, at, pixels, lanes);
        int[] black = lanes.fourth;
        Quads16.splitFourth(lanes.longs, pixels, black);
        light(lanes.first, black, pixels);
        light(lanes.second, black, pixels);
        light(lanes.third, black, pixels);
        Arrays.fill(lanes.longs, 0, pixels, -1L);
        Quads16.join(lanes.first, lanes.second, lanes.third, lanes.longs, pixels, to, toAt);
    }

    private static void light(int[] ink, int[] black, int pixels) {
        for (int i = 0; i < pixels; i++) {
            ink[i] = multiply(MAX - ink[i], MAX - black[i]);
        }
    }

    /** The product of two fractions of 65535, rounded. It needs all 32 bits, hence the unsigned shifts. */
    static int multiply(int a, int b) {
        int product = a * b + 32768;
        return ((product >>> 16) + product) >>> 16;
    }
}
