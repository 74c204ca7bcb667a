package dev.imagemill.imageop.kernel;

/**
 * Replaces the first three samples of pixels by weighted sums of them, in place; a fourth stays.
 *
 * <p>A matrix is three rows of four numbers: weights of the three samples, and a constant that already holds the half by which sums are rounded.
 * Sums are added up from left to right, in {@code double}.
 */
public final class ColorMixing {
    private static final int MAX8 = 255;
    private static final int MAX16 = 65535;

    private ColorMixing() {}

    /**
     * Mixes pixels of 8-bit samples.
     *
     * @param step bytes from one pixel to the next, three or four
     */
    public static void mix8(byte[] pixels, int at, int step, int count, double... matrix) {
        double rr = matrix[0];
        double rg = matrix[1];
        double rb = matrix[2];
        double r0 = matrix[3];
        double gr = matrix[4];
        double gg = matrix[5];
        double gb = matrix[6];
        double g0 = matrix[7];
        double br = matrix[8];
        double bg = matrix[9];
        double bb = matrix[10];
        double b0 = matrix[11];
        int end = at + step * count;
        for (int i = at; i < end; i += step) {
            double r = pixels[i] & MAX8;
            double g = pixels[i + 1] & MAX8;
            double b = pixels[i + 2] & MAX8;
            pixels[i] = (byte) limited(rr * r + rg * g + rb * b + r0, MAX8);
            pixels[i + 1] = (byte) limited(gr * r + gg * g + gb * b + g0, MAX8);
            pixels[i + 2] = (byte) limited(br * r + bg * g + bb * b + b0, MAX8);
        }
    }

    /**
     * Mixes pixels of 16-bit samples in the machine's byte order.
     *
     * @param step samples from one pixel to the next, three or four
     */
    public static void mix16(byte[] pixels, int at, int step, int count, double... matrix) {
        for (int i = 0; i < count; i++) {
            int pixel = at + Character.BYTES * step * i;
            double r = Views.sample(pixels, pixel, 0);
            double g = Views.sample(pixels, pixel, 1);
            double b = Views.sample(pixels, pixel, 2);
            for (int c = 0; c < 3; c++) {
                double sum = matrix[4 * c] * r + matrix[4 * c + 1] * g + matrix[4 * c + 2] * b + matrix[4 * c + 3];
                Views.sample(pixels, pixel, c, limited(sum, MAX16));
            }
        }
    }

    /** Cut to the integer below: what is negative becomes 0 either way. */
    private static int limited(double sum, int max) {
        return Math.min(max, Math.max(0, (int) sum));
    }
}
