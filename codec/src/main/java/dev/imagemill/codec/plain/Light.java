package dev.imagemill.codec.plain;

/** Light as a Radiance file has it (Ward's RGBE), brought to sRGB: 1.0 is white, and what is brighter is white, too. */
final class Light {
    private static final int EXPONENTS = 256;

    /** Of eight bits of mantissa and 128 of bias. */
    private static final int BIAS = 136;

    private static final char[] SRGB = table();

    private Light() {}

    /** The 16-bit sRGB value of a mantissa and an exponent, both 0 to 255. */
    static int srgb(int mantissa, int exponent) {
        return SRGB[exponent << 8 | mantissa];
    }

    private static char[] table() {
        char[] table = new char[EXPONENTS << 8];
        // The exponent 0 is black, whatever the mantissa.
        for (int exponent = 1; exponent < EXPONENTS; exponent++) {
            for (int mantissa = 0; mantissa < 256; mantissa++) {
                double light = Math.scalb(mantissa + 0.5, exponent - BIAS);
                table[exponent << 8 | mantissa] = (char) Math.round(65_535 * encoded(Math.min(1, light)));
            }
        }
        return table;
    }

    /** IEC 61966-2-1. */
    private static double encoded(double light) {
        return light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
    }
}
