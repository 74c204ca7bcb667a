package dev.imagemill.imageop;

/**
 * What the last component of an image with alpha means for the others; the names are those of Blender's {@code alpha_mode}.
 *
 * <p>Operations of this library take alpha to be straight unless they say otherwise.
 */
public enum AlphaMode {
    /** Coverage, and colours do not depend on it. */
    STRAIGHT,
    /** Coverage, and colours are already multiplied by it. */
    PREMULTIPLIED,
    /** A channel of its own that has nothing to do with the colours, as in textures that pack several masks into one image. */
    CHANNEL_PACKED,
    /** Nothing: the image is opaque whatever is there. */
    NONE
}
