package dev.imagemill.imageop.pillow;

/** What becomes of the difference between a colour and the one that stands for it. */
public enum Dither {
    /** It is lost: every pixel by itself. */
    NONE,
    /** It goes to the neighbours: 7/16 right, 3/16 below left, 5/16 below, 1/16 below right; every row from left to right. */
    FLOYD_STEINBERG
}
