package dev.imagemill.imageop.kernel;

/**
 * Cubic interpolation at points along a slanted line through an image, the inner loop of a rotation by any angle.
 *
 * <p>A value is the sum of the 4 by 4 samples around the point, each times the cubic convolution with a = -0.5 of its distance in x and
 * in y. What lies outside the image is background there too, so that edges blend into it.
 */
public final class Rotating {
    private static final int TAPS = 4;

    private final int width;
    private final int height;
    private final int components;
    private final float[] background;
    private final boolean alpha;
    private final float[] sums;
    private final float[] weightsX = new float[TAPS];
    private final float[] weightsY = new float[TAPS];

    /**
     * @param width of the image that is read
     * @param height of the image that is read
     * @param background one value for each component
     * @param alpha whether the last component is alpha, and colours are premultiplied
     */
    public Rotating(int width, int height, float[] background, boolean alpha) {
        this.width = width;
        this.height = height;
        this.components = background.length;
        this.background = background.clone();
        this.alpha = alpha;
        this.sums = new float[components];
    }

    /**
     * Writes the pixels at the points {@code (x + i * stepX, y + i * stepY)}; a point at (0, 0) is the centre of the first pixel.
     *
     * @param at index in {@code from} of the image's first sample
     */
    public void line8(
            byte[] from, int at, double x, double y, double stepX, double stepY, byte[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            double px = x + i * stepX;
            double py = y + i * stepY;
            int left = (int) Math.floor(px) - 1;
            int top = (int) Math.floor(py) - 1;
            int out = toAt + i * components;
            if (outside(left, top)) {
                for (int c = 0; c < components; c++) {
                    to[out + c] = (byte) (int) (background[c] + 0.5f);
                }
                continue;
            }
            weigh(px - left - 1, weightsX);
            weigh(py - top - 1, weightsY);
            boolean inside = inside(left, top);
            for (int c = 0; c < components; c++) {
                sums[c] = inside ? sum8(from, at, left, top, c) : edge8(from, at, left, top, c);
            }
            limitAlpha(255);
            for (int c = 0; c < components; c++) {
                to[out + c] = (byte) (int) Math.max(0, Math.min(255, sums[c] + 0.5f));
            }
        }
    }

    /** As {@link #line8} for 16-bit samples. */
    public void line16(
            char[] from, int at, double x, double y, double stepX, double stepY, char[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            double px = x + i * stepX;
            double py = y + i * stepY;
            int left = (int) Math.floor(px) - 1;
            int top = (int) Math.floor(py) - 1;
            int out = toAt + i * components;
            if (outside(left, top)) {
                for (int c = 0; c < components; c++) {
                    to[out + c] = (char) (int) (background[c] + 0.5f);
                }
                continue;
            }
            weigh(px - left - 1, weightsX);
            weigh(py - top - 1, weightsY);
            boolean inside = inside(left, top);
            for (int c = 0; c < components; c++) {
                sums[c] = inside ? sum16(from, at, left, top, c) : edge16(from, at, left, top, c);
            }
            limitAlpha(65535);
            for (int c = 0; c < components; c++) {
                to[out + c] = (char) (int) Math.max(0, Math.min(65535, sums[c] + 0.5f));
            }
        }
    }

    /** Beside an edge the cubic overshoots; where alpha is cut to the maximum, colours must shrink with it or they would change. */
    private void limitAlpha(float max) {
        float opacity = sums[components - 1];
        if (alpha && opacity > max) {
            for (int c = 0; c < components; c++) {
                sums[c] *= max / opacity;
            }
        }
    }

    private boolean outside(int left, int top) {
        return left <= -TAPS || top <= -TAPS || left >= width || top >= height;
    }

    private boolean inside(int left, int top) {
        return left >= 0 && top >= 0 && left + TAPS <= width && top + TAPS <= height;
    }

    private float sum8(byte[] from, int at, int left, int top, int component) {
        float sum = 0;
        int in = at + (top * width + left) * components + component;
        for (int row = 0; row < TAPS; row++) {
            float line = (from[in] & 255) * weightsX[0]
                    + (from[in + components] & 255) * weightsX[1]
                    + (from[in + 2 * components] & 255) * weightsX[2]
                    + (from[in + 3 * components] & 255) * weightsX[3];
            sum += line * weightsY[row];
            in += width * components;
        }
        return sum;
    }

    private float sum16(char[] from, int at, int left, int top, int component) {
        float sum = 0;
        int in = at + (top * width + left) * components + component;
        for (int row = 0; row < TAPS; row++) {
            float line = from[in] * weightsX[0]
                    + from[in + components] * weightsX[1]
                    + from[in + 2 * components] * weightsX[2]
                    + from[in + 3 * components] * weightsX[3];
            sum += line * weightsY[row];
            in += width * components;
        }
        return sum;
    }

    private float edge8(byte[] from, int at, int left, int top, int component) {
        float sum = 0;
        for (int row = 0; row < TAPS; row++) {
            for (int column = 0; column < TAPS; column++) {
                int x = left + column;
                int y = top + row;
                boolean missing = x < 0 || y < 0 || x >= width || y >= height;
                float sample =
                        missing ? background[component] : from[at + (y * width + x) * components + component] & 255;
                sum += sample * weightsX[column] * weightsY[row];
            }
        }
        return sum;
    }

    private float edge16(char[] from, int at, int left, int top, int component) {
        float sum = 0;
        for (int row = 0; row < TAPS; row++) {
            for (int column = 0; column < TAPS; column++) {
                int x = left + column;
                int y = top + row;
                boolean missing = x < 0 || y < 0 || x >= width || y >= height;
                float sample = missing ? background[component] : from[at + (y * width + x) * components + component];
                sum += sample * weightsX[column] * weightsY[row];
            }
        }
        return sum;
    }

    /** The cubic convolution (Keys, 1981) at the distances 1 + t, t, 1 - t and 2 - t. */
    private static void weigh(double t, float[] weights) {
        weights[0] = (float) (((-0.5 * t + 1) * t - 0.5) * t);
        weights[1] = (float) ((1.5 * t - 2.5) * t * t + 1);
        weights[2] = (float) (((-1.5 * t + 2) * t + 0.5) * t);
        weights[3] = (float) ((0.5 * t - 0.5) * t * t);
    }
}
