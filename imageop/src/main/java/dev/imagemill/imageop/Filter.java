package dev.imagemill.imageop;

/** A resampling function: how the pixels around a point are weighted to give the value at that point. */
public enum Filter {
    /** The pixel under the point, unweighted. */
    NEAREST,
    /** Equal weights within half a pixel. */
    BOX,
    /** A triangle within one pixel. */
    BILINEAR,
    /** A raised-cosine-windowed sinc within one pixel: as sharp as bicubic when reducing, as cheap as bilinear. */
    HAMMING,
    /** The cubic convolution with a = -0.5, within two pixels. */
    BICUBIC,
    /** A sinc windowed by a sinc, within three pixels. */
    LANCZOS
}
