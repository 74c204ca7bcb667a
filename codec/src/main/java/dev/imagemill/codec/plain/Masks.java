package dev.imagemill.codec.plain;

/**
 * Which bits of a pixel of 16 or 32 bits are which component; a component without bits is 0.
 *
 * @param alpha 0 if there is none
 */
record Masks(int red, int green, int blue, int alpha) {
    static final Masks RGB555 = new Masks(0x7c00, 0x3e0, 0x1f, 0);
    static final Masks RGB888 = new Masks(0xff0000, 0xff00, 0xff, 0);
    static final Masks ARGB8888 = new Masks(0xff0000, 0xff00, 0xff, 0xff000000);

    /** Writes one pixel, brought to 8 bits a component. */
    void put(int pixel, byte[] row, int at, boolean withAlpha) {
        row[at] = component(pixel, red);
        row[at + 1] = component(pixel, green);
        row[at + 2] = component(pixel, blue);
        if (withAlpha) {
            row[at + 3] = component(pixel, alpha);
        }
    }

    private static byte component(int pixel, int mask) {
        if (mask == 0) {
            return 0;
        }
        int shift = Integer.numberOfTrailingZeros(mask);
        long most = Integer.toUnsignedLong(mask >>> shift);
        long value = Integer.toUnsignedLong((pixel & mask) >>> shift);
        return (byte) ((value * 255 + most / 2) / most);
    }
}
