package dev.imagemill.imageop.kernel;

/**
 * Colour rules for 16-bit samples: those of {@link Color8} at 65535. A step is the number of samples from one pixel to the next.
 */
public final class Color16 {
    private static final int MAX = 65535;

    private Color16() {}

    /** Copies the first {@code components} samples of every pixel. */
    public static void copy(
            char[] from, int at, int step, char[] to, int toAt, int toStep, int components, int pixels) {
        for (int i = 0; i < pixels; i++) {
            for (int c = 0; c < components; c++) {
                to[toAt + i * toStep + c] = from[at + i * step + c];
            }
        }
    }

    /** Copies one sample of every pixel, which is how alpha moves. */
    public static void copyOne(char[] from, int at, int step, char[] to, int toAt, int toStep, int pixels) {
        for (int i = 0; i < pixels; i++) {
            to[toAt + i * toStep] = from[at + i * step];
        }
    }

    /** Sets one sample of every pixel to the maximum. */
    public static void opaque(char[] to, int toAt, int toStep, int pixels) {
        for (int i = 0; i < pixels; i++) {
            to[toAt + i * toStep] = (char) MAX;
        }
    }

    public static void grayToRgb(char[] from, int at, int step, char[] to, int toAt, int toStep, int pixels) {
        for (int i = 0; i < pixels; i++) {
            char gray = from[at + i * step];
            int out = toAt + i * toStep;
            to[out] = gray;
            to[out + 1] = gray;
            to[out + 2] = gray;
        }
    }

    /** Black ink only. */
    public static void grayToCmyk(char[] from, int at, int step, char[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            int out = toAt + 4 * i;
            to[out] = 0;
            to[out + 1] = 0;
            to[out + 2] = 0;
            to[out + 3] = (char) ~from[at + i * step];
        }
    }

    /** Rec. 601 luma, rounded. */
    public static void rgbToGray(char[] from, int at, int step, char[] to, int toAt, int toStep, int pixels) {
        for (int i = 0; i < pixels; i++) {
            int in = at + i * step;
            to[toAt + i * toStep] = luma(from[in], from[in + 1], from[in + 2]);
        }
    }

    /** The weighted sum needs all 32 bits, hence the unsigned shift. */
    private static char luma(char red, char green, char blue) {
        return (char) ((19595 * red + 38470 * green + 7471 * blue + 32768) >>> 16);
    }

    /** Each colour by its complement, no black. */
    public static void rgbToCmyk(char[] from, int at, int step, char[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            int in = at + i * step;
            int out = toAt + 4 * i;
            to[out] = (char) ~from[in];
            to[out + 1] = (char) ~from[in + 1];
            to[out + 2] = (char) ~from[in + 2];
            to[out + 3] = 0;
        }
    }

    public static void cmykToRgb(char[] from, int at, char[] to, int toAt, int toStep, int pixels) {
        for (int i = 0; i < pixels; i++) {
            int in = at + 4 * i;
            int out = toAt + i * toStep;
            int light = MAX - from[in + 3];
            to[out] = (char) (light - multiply(from[in], light));
            to[out + 1] = (char) (light - multiply(from[in + 1], light));
            to[out + 2] = (char) (light - multiply(from[in + 2], light));
        }
    }

    /** The product of two fractions of 65535, rounded. */
    static int multiply(int a, int b) {
        long product = (long) a * b + 32768;
        return (int) (((product >> 16) + product) >> 16);
    }
}
