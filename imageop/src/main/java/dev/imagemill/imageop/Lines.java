package dev.imagemill.imageop;

/**
 * One axis of an image to resample, seen as lines across it: rows to change the height, columns to change the width.
 *
 * <p>Lines are cut into strips short enough that the lines one result line is made of fit the cache together.
 */
interface Lines {
    /** Most samples that a line has in any strip. */
    int stride();

    int strips();

    /** Samples of every line in this strip. */
    int samples(int strip);

    /** Reads lines of the source, the strip's part of them, each {@link #stride()} after the other. */
    void load(int strip, int first, int lines, float[] to);

    /** Writes lines of the result, the strip's part of them, each {@link #stride()} after the other. */
    void store(int strip, int first, int lines, int[] from);
}
