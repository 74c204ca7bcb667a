package dev.imagemill.imageop.kernel;

import static dev.imagemill.imageop.kernel.Color8.multiply;

/** Alpha of 8-bit pixels, in place or onto a background; Pillow's rules to the bit. The last of {@code step} samples is alpha. */
public final class Alpha8 {
    private static final int MAX = 255;

    private Alpha8() {}

    /** Multiplies colours by their alpha, rounded. */
    public static void premultiply(byte[] pixels, int at, int step, int count) {
        if (step == 4) {
            premultiply4(pixels, at, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            int in = at + i * step;
            int alpha = pixels[in + step - 1] & MAX;
            for (int c = 0; c < step - 1; c++) {
                pixels[in + c] = (byte) multiply(pixels[in + c] & MAX, alpha);
            }
        }
    }

    /** Most pixels of most images are opaque, and stay as they are. */
    private static void premultiply4(byte[] pixels, int at, int count) {
        for (int i = 0; i < count; i++) {
            int in = at + 4 * i;
            int alpha = pixels[in + 3] & MAX;
            if (alpha != MAX) {
                pixels[in] = (byte) multiply(pixels[in] & MAX, alpha);
                pixels[in + 1] = (byte) multiply(pixels[in + 1] & MAX, alpha);
                pixels[in + 2] = (byte) multiply(pixels[in + 2] & MAX, alpha);
            }
        }
    }

    /** Divides colours by their alpha, rounded down; colour under alpha 0 stays as it is. */
    public static void unpremultiply(byte[] pixels, int at, int step, int count) {
        for (int i = 0; i < count; i++) {
            int in = at + i * step;
            int alpha = pixels[in + step - 1] & MAX;
            if (alpha != 0 && alpha != MAX) {
                for (int c = 0; c < step - 1; c++) {
                    pixels[in + c] = (byte) Math.min(MAX, MAX * (pixels[in + c] & MAX) / alpha);
                }
            }
        }
    }

    /** Composites onto an opaque background of one colour, leaving alpha out. */
    public static void flatten(byte[] from, int at, int step, int[] background, byte[] to, int toAt, int count) {
        int colors = step - 1;
        for (int i = 0; i < count; i++) {
            int in = at + i * step;
            int alpha = from[in + colors] & MAX;
            int over = alpha << 7;
            int under = (MAX - alpha) << 7;
            for (int c = 0; c < colors; c++) {
                int sum = (from[in + c] & MAX) * over + background[c] * under + (128 << 7);
                to[toAt + i * colors + c] = (byte) (((sum >> 8) + sum) >> 8 >> 7);
            }
        }
    }
}
