package dev.imagemill.imageop.pillow;

/** Lloyd's algorithm on the distinct colours of an image: palette colours become means of their pixels, pixels go to the nearest, and again. */
final class KMeans {
    private KMeans() {}

    /**
     * Improves the assignment in place until at most {@code threshold} pixels change in a round.
     *
     * @return the palette of the last round
     */
    static int[] refine(ColorCounts image, int[] assigned, int paletteSize, int threshold) {
        int[] palette = image.means(assigned, paletteSize);
        PaletteDistances distances = new PaletteDistances(palette);
        while (assign(image, assigned, distances) > threshold) {
            palette = image.means(assigned, paletteSize);
            distances.update(palette);
        }
        return palette;
    }

    /** Tells how many pixels changed. */
    private static long assign(ColorCounts image, int[] assigned, PaletteDistances distances) {
        long changed = 0;
        for (int i = 0; i < assigned.length; i++) {
            int nearest = distances.nearest(image.colors()[i], assigned[i]);
            if (nearest != assigned[i]) {
                assigned[i] = nearest;
                changed += image.counts()[i];
            }
        }
        return changed;
    }
}
