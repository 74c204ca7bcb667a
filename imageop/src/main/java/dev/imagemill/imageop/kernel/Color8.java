package dev.imagemill.imageop.kernel;

/**
 * Colour rules for 8-bit samples, Pillow's to the bit. Pixels are interleaved; a step is the number of bytes from one pixel to the next,
 * so that a rule serves pixels with and without alpha.
 */
public final class Color8 {
    private static final int MAX = 255;

    private Color8() {}

    /** Copies the first {@code components} samples of every pixel. */
    public static void copy(
            byte[] from, int at, int step, byte[] to, int toAt, int toStep, int components, int pixels) {
        if (components == 3 && step == 4 && toStep == 3) {
            copy4to3(from, at, to, toAt, pixels);
        } else if (components == 3 && step == 3 && toStep == 4) {
            copy3to4(from, at, to, toAt, pixels);
        } else {
            for (int i = 0; i < pixels; i++) {
                for (int c = 0; c < components; c++) {
                    to[toAt + i * toStep + c] = from[at + i * step + c];
                }
            }
        }
    }

    private static void copy4to3(byte[] from, int at, byte[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            to[toAt + 3 * i] = from[at + 4 * i];
            to[toAt + 3 * i + 1] = from[at + 4 * i + 1];
            to[toAt + 3 * i + 2] = from[at + 4 * i + 2];
        }
    }

    private static void copy3to4(byte[] from, int at, byte[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            to[toAt + 4 * i] = from[at + 3 * i];
            to[toAt + 4 * i + 1] = from[at + 3 * i + 1];
            to[toAt + 4 * i + 2] = from[at + 3 * i + 2];
        }
    }

    /** Copies one sample of every pixel, which is how alpha moves. */
    public static void copyOne(byte[] from, int at, int step, byte[] to, int toAt, int toStep, int pixels) {
        for (int i = 0; i < pixels; i++) {
            to[toAt + i * toStep] = from[at + i * step];
        }
    }

    /** Sets one sample of every pixel to the maximum. */
    public static void opaque(byte[] to, int toAt, int toStep, int pixels) {
        for (int i = 0; i < pixels; i++) {
            to[toAt + i * toStep] = (byte) MAX;
        }
    }

    public static void grayToRgb(byte[] from, int at, int step, byte[] to, int toAt, int toStep, int pixels) {
        for (int i = 0; i < pixels; i++) {
            byte gray = from[at + i * step];
            int out = toAt + i * toStep;
            to[out] = gray;
            to[out + 1] = gray;
            to[out + 2] = gray;
        }
    }

    /** Black ink only. */
    public static void grayToCmyk(byte[] from, int at, int step, byte[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            int out = toAt + 4 * i;
            to[out] = 0;
            to[out + 1] = 0;
            to[out + 2] = 0;
            to[out + 3] = (byte) ~from[at + i * step];
        }
    }

    /** Rec. 601 luma, rounded. */
    public static void rgbToGray(byte[] from, int at, int step, byte[] to, int toAt, int toStep, int pixels) {
        if (step == 3 && toStep == 1) {
            for (int i = 0; i < pixels; i++) {
                to[toAt + i] = luma(from[at + 3 * i], from[at + 3 * i + 1], from[at + 3 * i + 2]);
            }
        } else {
            for (int i = 0; i < pixels; i++) {
                int in = at + i * step;
                to[toAt + i * toStep] = luma(from[in], from[in + 1], from[in + 2]);
            }
        }
    }

    private static byte luma(byte red, byte green, byte blue) {
        return (byte) ((19595 * (red & MAX) + 38470 * (green & MAX) + 7471 * (blue & MAX) + 32768) >> 16);
    }

    /** Each colour by its complement, no black. */
    public static void rgbToCmyk(byte[] from, int at, int step, byte[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            int in = at + i * step;
            int out = toAt + 4 * i;
            to[out] = (byte) ~from[in];
            to[out + 1] = (byte) ~from[in + 1];
            to[out + 2] = (byte) ~from[in + 2];
            to[out + 3] = 0;
        }
    }

    public static void cmykToRgb(byte[] from, int at, byte[] to, int toAt, int toStep, int pixels) {
        for (int i = 0; i < pixels; i++) {
            int in = at + 4 * i;
            int out = toAt + i * toStep;
            int light = MAX - (from[in + 3] & MAX);
            to[out] = (byte) (light - multiply(from[in] & MAX, light));
            to[out + 1] = (byte) (light - multiply(from[in + 1] & MAX, light));
            to[out + 2] = (byte) (light - multiply(from[in + 2] & MAX, light));
        }
    }

    /** The product of two fractions of 255, rounded. */
    static int multiply(int a, int b) {
        int product = a * b + 128;
        return ((product >> 8) + product) >> 8;
    }
}
