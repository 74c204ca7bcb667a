package dev.imagemill.imageop.pillow;

/** The palette that a conversion to mode P makes for an image in colour. */
public enum PaletteChoice {
    /** {@link Palette#web()}, whatever the image. */
    WEB,
    /** Colours picked for the image by median cut, without dither. */
    ADAPTIVE
}
