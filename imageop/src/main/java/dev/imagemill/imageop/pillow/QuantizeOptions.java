package dev.imagemill.imageop.pillow;

import org.jspecify.annotations.Nullable;

/**
 * How to pick a palette for an image.
 *
 * @param colors 1 to 256
 * @param method null for Pillow's choice: {@link QuantizeMethod#FAST_OCTREE} with alpha, {@link QuantizeMethod#MEDIAN_CUT} without
 * @param kMeans 0 for no k-means; otherwise colours move to the means of their pixels until fewer than this many pixels change theirs. The
 *     octree ignores it.
 */
public record QuantizeOptions(int colors, @Nullable QuantizeMethod method, int kMeans) {
    public QuantizeOptions {
        checkColors(colors);
        if (kMeans < 0) {
            throw new IllegalArgumentException("kMeans is at least 0, not " + kMeans);
        }
    }

    /** Pillow's method for the image, without k-means. */
    public static QuantizeOptions of(int colors) {
        return new QuantizeOptions(colors, null, 0);
    }

    static void checkColors(int colors) {
        if (colors < 1 || colors > Palette.MAX_SIZE) {
            throw new IllegalArgumentException("colors are 1 to " + Palette.MAX_SIZE + ", not " + colors);
        }
    }
}
