package dev.imagemill.imageop.generated;

/** Hues across, light upwards, then white added in chequers of four sizes and along lines, then labels. */
final class ColorGrid implements Pattern {
    private static final int LEAST_STEP = 8;
    private static final int STEPS = 8;
    private static final double DARKEST = 0.1;
    private static final double GAIN = 0.4;
    private static final int[] CHEQUERS = {1, 4, 32, 128};
    private static final float[] WHITES = {0.03F, 0.05F, 0.07F, 0.15F};
    private static final int LINE = 32;
    private static final float LINE_WHITE = 0.25F;
    private static final int MAX = 255;

    private final int width;
    private final int height;
    private final int hueStep;

    ColorGrid(int width, int height) {
        this.width = width;
        this.height = height;
        this.hueStep = Math.max(LEAST_STEP, powerOfTwoFrom(width / STEPS));
    }

    private static int powerOfTwoFrom(int least) {
        return least <= 1 ? 1 : Integer.highestOneBit(least - 1) << 1;
    }

    @Override
    public void paint(int y, byte[] pixels, int at) {
        float value = value(y);
        for (int first = 0; first < width; first += hueStep) {
            float hue = hue(first);
            int red = Byte.toUnsignedInt(Srgb.truncated(Srgb.ofHue(0, hue, 1, value)));
            int green = Byte.toUnsignedInt(Srgb.truncated(Srgb.ofHue(1, hue, 1, value)));
            int blue = Byte.toUnsignedInt(Srgb.truncated(Srgb.ofHue(2, hue, 1, value)));
            for (int x = first; x < Math.min(width, first + hueStep); x++) {
                int white = white(x, y);
                pixels[at + 4 * x] = (byte) Math.min(MAX, red + white);
                pixels[at + 4 * x + 1] = (byte) Math.min(MAX, green + white);
                pixels[at + 4 * x + 2] = (byte) Math.min(MAX, blue + white);
                pixels[at + 4 * x + 3] = (byte) MAX;
            }
        }
        Labels.paint(y, width, pixels, at);
    }

    /** What all chequers and lines add, each rounded down by itself. */
    private static int white(int x, int y) {
        int white = 0;
        for (int i = 0; i < CHEQUERS.length; i++) {
            white += (int) (white(i, x, y) * MAX);
        }
        return onLine(x, y) ? white + (int) (LINE_WHITE * MAX) : white;
    }

    /** What a chequer adds: half as much where the column and the row of its cell are not both even or both odd. */
    private static float white(int chequer, int x, int y) {
        int size = CHEQUERS[chequer];
        return (x / size + y / size) % 2 == 0 ? WHITES[chequer] : WHITES[chequer] / 2;
    }

    private static boolean onLine(int x, int y) {
        return x % LINE == 0 || y % LINE == 0;
    }

    @Override
    public void paint(int y, float[] pixels, int at, boolean data) {
        float value = value(y);
        for (int first = 0; first < width; first += hueStep) {
            float hue = hue(first);
            int end = Math.min(width, first + hueStep);
            for (int c = 0; c < 3; c++) {
                float component = Srgb.ofHue(c, hue, 1, value);
                for (int x = first; x < end; x++) {
                    pixels[at + 4 * x + c] = whitened(component, x, y);
                }
            }
            for (int x = first; x < end; x++) {
                pixels[at + 4 * x + 3] = 1;
            }
        }
        Labels.paint(y, width, pixels, at);
        for (int i = 0; i < 4 * width; i++) {
            if (i % 4 != 3) {
                pixels[at + i] = Srgb.linear(pixels[at + i]);
            }
        }
    }

    private static float whitened(float component, int x, int y) {
        float sum = component;
        for (int i = 0; i < CHEQUERS.length; i++) {
            sum += white(i, x, y);
        }
        return Math.min(1, onLine(x, y) ? sum + LINE_WHITE : sum);
    }

    private float value(int y) {
        return (float) (DARKEST + y * (GAIN / height));
    }

    private float hue(int x) {
        int steps = x / hueStep;
        return (float) ((double) steps / width * hueStep);
    }
}
