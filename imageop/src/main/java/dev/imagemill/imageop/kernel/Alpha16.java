package dev.imagemill.imageop.kernel;

import static dev.imagemill.imageop.kernel.Color16.multiply;

/** Alpha of 16-bit pixels: the rules of {@link Alpha8} at 65535. */
public final class Alpha16 {
    private static final int MAX = 65535;

    private Alpha16() {}

    /** Multiplies colours by their alpha, rounded. */
    public static void premultiply(char[] pixels, int step, int count) {
        for (int i = 0; i < count; i++) {
            int in = i * step;
            int alpha = pixels[in + step - 1];
            for (int c = 0; c < step - 1; c++) {
                pixels[in + c] = (char) multiply(pixels[in + c], alpha);
            }
        }
    }

    /** Divides colours by their alpha, rounded down; colour under alpha 0 stays as it is. */
    public static void unpremultiply(char[] pixels, int step, int count) {
        for (int i = 0; i < count; i++) {
            int in = i * step;
            int alpha = pixels[in + step - 1];
            if (alpha != 0 && alpha != MAX) {
                for (int c = 0; c < step - 1; c++) {
                    pixels[in + c] = (char) Math.min(MAX, (long) MAX * pixels[in + c] / alpha);
                }
            }
        }
    }

    /** Composites onto an opaque background of one colour, leaving alpha out. */
    public static void flatten(char[] from, int step, int[] background, char[] to, int count) {
        int colors = step - 1;
        for (int i = 0; i < count; i++) {
            int in = i * step;
            int alpha = from[in + colors];
            for (int c = 0; c < colors; c++) {
                long sum = (long) from[in + c] * alpha + (long) background[c] * (MAX - alpha) + 32768;
                to[i * colors + c] = (char) (((sum >> 16) + sum) >> 16);
            }
        }
    }
}
