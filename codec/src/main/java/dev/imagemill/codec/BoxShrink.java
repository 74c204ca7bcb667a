package dev.imagemill.codec;

import dev.imagemill.codec.vips.VipsImage;
import dev.imagemill.imageop.ImageSize;

/**
 * Shrinks by a whole number, averaging boxes of pixels while they stream out of the decoder, so that a large image never lies in
 * memory whole. Twice the wanted size is left for a better filter to finish.
 */
final class BoxShrink {
    private static final int LEFT = 2;

    // VipsOperationRound
    private static final int NEAREST = 0;

    private BoxShrink() {}

    static VipsImage towards(ImageSize atLeast, VipsImage image) {
        int factor = factor(image.width(), image.height(), atLeast);
        if (factor == 1) {
            return image;
        }
        return image.hasAlpha() ? weighted(image, factor) : shrink(image, factor);
    }

    static int factor(int width, int height, ImageSize atLeast) {
        int horizontal = width / (LEFT * atLeast.width());
        int vertical = height / (LEFT * atLeast.height());
        return Math.max(1, Math.min(horizontal, vertical));
    }

    /** Each pixel counts by its alpha, so that the colour of what is transparent does not bleed in. */
    private static VipsImage weighted(VipsImage image, int factor) {
        VipsImage premultiplied = image.operation("premultiply").image("out");
        VipsImage result =
                shrink(premultiplied, factor).operation("unpremultiply").image("out");
        VipsImage rounded = result.operation("round").with("round", NEAREST).image("out");
        return rounded.operation("cast").with("format", image.format().code()).image("out");
    }

    private static VipsImage shrink(VipsImage image, int factor) {
        return image.operation("shrink")
                .with("hshrink", (double) factor)
                .with("vshrink", (double) factor)
                // A rest at the right and bottom edge becomes a pixel as well, as it does for a JPEG that its loader
                // shrinks.
                .with("ceil", true)
                .image("out");
    }
}
