package dev.imagemill.imageop.generated;

/** A chequer of two greys, and in the middle of every cell a cross whose hue goes with the difference of its column and its row. */
final class UvGrid implements Pattern {
    private static final int CELL = 32;
    private static final int ARM = 4;
    private static final int BRIGHT = 150;
    private static final int DARK = 64;
    private static final float BRIGHT_LINEAR = Srgb.linear(0.58F);
    private static final float DARK_LINEAR = Srgb.linear(0.25F);
    private static final float HUES = 0.125F;
    private static final float SATURATION = 0.9F;
    private static final float VALUE = 0.9F;

    private final int width;

    UvGrid(int width) {
        this.width = width;
    }

    @Override
    public void paint(int y, byte[] pixels, int at) {
        for (int x = 0; x < width; x++) {
            int pixel = at + 4 * x;
            boolean cross = cross(x, y);
            for (int c = 0; c < 3; c++) {
                pixels[pixel + c] =
                        cross ? Srgb.truncated(crossComponent(c, x, y)) : (byte) (bright(x, y) ? BRIGHT : DARK);
            }
            pixels[pixel + 3] = (byte) 255;
        }
    }

    @Override
    public void paint(int y, float[] pixels, int at, boolean data) {
        for (int x = 0; x < width; x++) {
            int pixel = at + 4 * x;
            boolean cross = cross(x, y);
            for (int c = 0; c < 3; c++) {
                pixels[pixel + c] =
                        cross ? Srgb.linear(crossComponent(c, x, y)) : bright(x, y) ? BRIGHT_LINEAR : DARK_LINEAR;
            }
            pixels[pixel + 3] = 1;
        }
    }

    private static boolean bright(int x, int y) {
        return (x / CELL + y / CELL) % 2 == 0;
    }

    private static boolean cross(int x, int y) {
        int right = Math.abs(x % CELL - CELL / 2);
        int up = Math.abs(y % CELL - CELL / 2);
        return right < ARM && up < ARM && (right == 0 || up == 0);
    }

    private static float crossComponent(int component, int x, int y) {
        int cells = Math.abs(x / CELL - y / CELL);
        float hue = HUES * cells % 1;
        return Srgb.ofHue(component, hue, SATURATION, VALUE);
    }
}
