package dev.imagemill.imageop.pillow;

/**
 * The web palette as three independent scales of six levels. The nearest colour of a cube has the nearest level of each component, and no level
 * is as near as another, since they are an odd number apart; so there is nothing to search.
 */
final class WebLevels {
    /** Added to a component before it indexes a table, to leave room for errors on both sides. */
    static final int BIAS = 256;

    /** By biased component: the error left over, above eight bits of what the component adds to the index. */
    static final short[] RED = scale(1, 10);

    static final short[] GREEN = scale(6, 0);
    static final short[] BLUE = scale(36, 0);

    private static final int CUBE_BLACK = 10;

    private WebLevels() {}

    /** Black is in the palette more than once, and Pillow takes the first. */
    static byte index(int sum) {
        return (byte) (sum == CUBE_BLACK ? 0 : sum);
    }

    /** Pixels of red, green and blue to indexes, each by itself. */
    static void nearest(byte[] rgb, int at, byte[] to, int toAt, int pixels) {
        for (int i = 0; i < pixels; i++) {
            int red = RED[BIAS + (rgb[at + 3 * i] & 255)] & 255;
            int green = GREEN[BIAS + (rgb[at + 3 * i + 1] & 255)] & 255;
            int blue = BLUE[BIAS + (rgb[at + 3 * i + 2] & 255)] & 255;
            to[toAt + i] = index(red + green + blue);
        }
    }

    private static short[] scale(int stride, int first) {
        short[] scale = new short[4 * BIAS];
        for (int biased = 0; biased < scale.length; biased++) {
            int value = Math.clamp(biased - BIAS, 0, 255);
            // Pillow looks colours up in cells of four levels, by a cell's lowest corner.
            int level = ((value & ~3) + 25) / 51;
            scale[biased] = (short) ((value - 51 * level) << 8 | (first + stride * level));
        }
        return scale;
    }
}
