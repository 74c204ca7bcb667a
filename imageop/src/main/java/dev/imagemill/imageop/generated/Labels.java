package dev.imagemill.imageop.generated;

/**
 * Two characters in every cell of 128 pixels, black with a white edge: the first counts rows from the bottom, from {@code A} on, the second
 * columns, from {@code 1} on. Both go on through letters and digits, and from {@code 9} to {@code A}.
 */
final class Labels {
    private static final int CELL = 128;
    private static final int PEN_X = 33;
    private static final int PEN_Y = 44;
    private static final int FIRST_COLUMN = Glyph.CHARACTERS.indexOf('1');
    private static final int MAX = 255;

    private Labels() {}

    /** Paints the labels' part of a line of bytes over what is there. */
    static void paint(int y, int width, byte[] pixels, int at) {
        int height = y % CELL - PEN_Y;
        if (!Glyph.reaches(height)) {
            return;
        }
        for (int x = 0; x < width; x++) {
            int across = across(x);
            if (across >= 0) {
                Glyph glyph = glyph(x, y);
                int edge = Math.round(glyph.edge(across, height) * MAX);
                int ink = Math.round(glyph.ink(across, height) * MAX);
                for (int c = 0; c < 3; c++) {
                    int under = Byte.toUnsignedInt(pixels[at + 4 * x + c]);
                    int white = under + divided((MAX - under) * edge);
                    pixels[at + 4 * x + c] = (byte) divided(white * (MAX - ink));
                }
            }
        }
    }

    private static int divided(int product) {
        return (product + MAX / 2) / MAX;
    }

    /** Paints the labels' part of a line of encoded numbers over what is there. */
    static void paint(int y, int width, float[] pixels, int at) {
        int height = y % CELL - PEN_Y;
        if (!Glyph.reaches(height)) {
            return;
        }
        for (int x = 0; x < width; x++) {
            int across = across(x);
            if (across >= 0) {
                Glyph glyph = glyph(x, y);
                float edge = glyph.edge(across, height);
                float ink = glyph.ink(across, height);
                for (int c = 0; c < 3; c++) {
                    float under = pixels[at + 4 * x + c];
                    pixels[at + 4 * x + c] = (under + (1 - under) * edge) * (1 - ink);
                }
            }
        }
    }

    /** How far into its character's box a column lies; negative if it is in none. */
    private static int across(int x) {
        int fromPen = x % CELL - PEN_X;
        return fromPen >= 0 && fromPen < 2 * Glyph.WIDTH ? fromPen % Glyph.WIDTH : -1;
    }

    private static Glyph glyph(int x, int y) {
        boolean first = x % CELL - PEN_X < Glyph.WIDTH;
        int place = first ? y / CELL : FIRST_COLUMN + x / CELL;
        return Glyph.of(place % Glyph.CHARACTERS.length());
    }
}
