package dev.imagemill.codec.plain;

import dev.imagemill.imageop.Mode;

/**
 * The colours that stored numbers stand for.
 *
 * @param mode L if every colour is a grey, else RGB, or RGBA
 * @param samples as many for each entry as the mode has components
 */
@SuppressWarnings("ArrayRecordComponent") // read, never compared
record Palette(Mode mode, byte[] samples) {
    /** A palette of RGB colours, or of greys if they all are. */
    static Palette ofRgb(byte[] rgb) {
        for (int i = 0; i < rgb.length; i += 3) {
            if (rgb[i] != rgb[i + 1] || rgb[i] != rgb[i + 2]) {
                return new Palette(Mode.RGB, rgb);
            }
        }
        byte[] greys = new byte[rgb.length / 3];
        for (int i = 0; i < greys.length; i++) {
            greys[i] = rgb[3 * i];
        }
        return new Palette(Mode.L, greys);
    }

    /** Writes the colour of an entry as one pixel of a row. */
    void put(int entry, byte[] row, int x) {
        require(entry);
        int components = mode.components();
        for (int c = 0; c < components; c++) {
            row[x * components + c] = samples[entry * components + c];
        }
    }

    /**
     * Writes the colour of an entry as one pixel of a row.
     *
     * @param components of the row's pixels: the mode's own, or more than those of a colour
     */
    void put(int entry, byte[] row, int x, int components) {
        if (components == mode.components()) {
            put(entry, row, x);
            return;
        }
        require(entry);
        int own = mode.components();
        for (int c = 0; c < 3; c++) {
            row[x * components + c] = samples[own == 1 ? entry : entry * own + c];
        }
    }

    private void require(int entry) {
        int entries = samples.length / mode.components();
        if (entry >= entries) {
            throw PlainFormatException.pixels(
                    "a pixel has colour " + entry + " of a palette of " + entries + " colours");
        }
    }
}
