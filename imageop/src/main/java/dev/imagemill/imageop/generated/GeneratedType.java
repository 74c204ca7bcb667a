package dev.imagemill.imageop.generated;

/** What a generated image shows. */
public enum GeneratedType {
    /** One colour. */
    BLANK,
    /** A grey chequer of 32 pixels with a small cross in the middle of each cell, its hue telling cells apart. */
    UV_GRID,
    /** Hues from left to right, light from bottom to top, chequers of several sizes, lines every 32 pixels and a label every 128. */
    COLOR_GRID
}
