package dev.imagemill.imageop.generated;

/** Paints a picture line by line, red, green, blue and alpha of each pixel; lines count from the bottom. */
interface Pattern {
    /** Paints a line of sRGB bytes. */
    void paint(int y, byte[] pixels, int at);

    /**
     * Paints a line of linear numbers.
     *
     * @param data whether a colour that was given is no colour, but data to keep as it is
     */
    void paint(int y, float[] pixels, int at, boolean data);
}
