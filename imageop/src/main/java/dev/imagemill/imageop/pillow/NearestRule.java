package dev.imagemill.imageop.pillow;

/** The nearest colour of any palette, for pixels of red, green and blue. */
record NearestRule(NearestColor nearest) implements PixelRule {
    @Override
    public void apply(byte[] rgb, int at, byte[] to, int toAt, int pixels) {
        short[] indexes = nearest.indexes();
        for (int i = 0; i < pixels; i++) {
            int in = at + 3 * i;
            int cell = NearestColor.cell(rgb[in] & 255, rgb[in + 1] & 255, rgb[in + 2] & 255);
            int index = indexes[cell];
            if (index == NearestColor.UNKNOWN) {
                index = nearest.find(cell);
            }
            to[toAt + i] = (byte) index;
        }
    }
}
