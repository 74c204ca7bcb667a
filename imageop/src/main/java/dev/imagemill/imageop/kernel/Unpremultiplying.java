package dev.imagemill.imageop.kernel;

/**
 * Divides colours by their alpha in place, rounded to the nearest, so that multiplying again gives back what there was. Colour
 * above its alpha becomes the maximum, and colour under alpha 0 becomes 0. The last of {@code step} samples is alpha.
 */
public final class Unpremultiplying {
    private static final int MAX8 = 255;
    private static final int MAX16 = 65535;

    private Unpremultiplying() {}

    public static void divide(byte[] pixels, int at, int step, int count) {
        for (int i = 0; i < count; i++) {
            int in = at + i * step;
            int alpha = pixels[in + step - 1] & MAX8;
            if (alpha != MAX8) {
                for (int c = 0; c < step - 1; c++) {
                    int color = pixels[in + c] & MAX8;
                    pixels[in + c] =
                            (byte) (color >= alpha ? (alpha == 0 ? 0 : MAX8) : (color * MAX8 + alpha / 2) / alpha);
                }
            }
        }
    }

    public static void divide(short[] pixels, int step, int count) {
        for (int i = 0; i < count; i++) {
            int in = i * step;
            int alpha = pixels[in + step - 1] & MAX16;
            if (alpha != MAX16) {
                for (int c = 0; c < step - 1; c++) {
                    int color = pixels[in + c] & MAX16;
                    pixels[in + c] = (short)
                            (color >= alpha ? (alpha == 0 ? 0 : MAX16) : ((long) color * MAX16 + alpha / 2) / alpha);
                }
            }
        }
    }
}
