package dev.imagemill.imageop.generated;

/** One colour. */
final class Blank implements Pattern {
    private final int width;
    private final float[] color;

    Blank(int width, FillColor color) {
        this.width = width;
        this.color = new float[] {color.red(), color.green(), color.blue(), color.alpha()};
    }

    @Override
    public void paint(int y, byte[] pixels, int at) {
        for (int c = 0; c < color.length; c++) {
            byte value = Srgb.rounded(color[c]);
            for (int x = 0; x < width; x++) {
                pixels[at + color.length * x + c] = value;
            }
        }
    }

    @Override
    public void paint(int y, float[] pixels, int at, boolean data) {
        for (int c = 0; c < color.length; c++) {
            float value = data || c == color.length - 1 ? color[c] : Srgb.linear(color[c]);
            for (int x = 0; x < width; x++) {
                pixels[at + color.length * x + c] = value;
            }
        }
    }
}
