package dev.imagemill.imageop.pillow;

import java.util.Arrays;

/**
 * Pillow's maximum coverage: the first colour is the farthest from the image's mean, each further one the farthest from all before.
 *
 * <p>Of equally far colours, the first in the order of Pillow's hash table wins; so that order is part of the method. It is that of the colour's
 * hash modulo the table's length, then of the colour itself, and the length follows from the number of colours.
 */
final class MaxCoverage {
    private static final int FIRST_LENGTH = 11;
    private static final int MOST_PER_BUCKET = 3;

    /** A length is a number whose last four bits are among these, which Pillow takes for a prime. */
    private static final int LENGTH_ENDINGS = 1 << 1 | 1 << 3 | 1 << 7 | 1 << 9 | 1 << 11 | 1 << 13;

    private MaxCoverage() {}

    /** @param first the colour of the first pixel, which fills the palette up when no colour is left */
    static int[] palette(ColorCounts image, int first, int colors) {
        int[] ordered = inHashOrder(image.colors());
        int[] distances = new int[ordered.length];
        int[] palette = new int[colors];
        int last = image.means(new int[image.size()], 1)[0];
        for (int i = 0; i < colors; i++) {
            if (i < 2) {
                // The mean is not in the palette, so how far colours are from it counts for the first one only.
                Arrays.fill(distances, Integer.MAX_VALUE);
            }
            int farthest = farthest(ordered, distances, last);
            last = distances[farthest] == 0 ? first : ordered[farthest];
            palette[i] = last;
        }
        return palette;
    }

    /** Takes one more palette colour into the distances to the nearest, and finds the largest, the first of several. */
    private static int farthest(int[] colors, int[] distances, int added) {
        int farthest = 0;
        for (int i = 0; i < colors.length; i++) {
            int red = (colors[i] >> 16) - (added >> 16);
            int green = ((colors[i] >> 8) & 255) - ((added >> 8) & 255);
            int blue = (colors[i] & 255) - (added & 255);
            distances[i] = Math.min(distances[i], red * red + green * green + blue * blue);
            farthest = distances[i] > distances[farthest] ? i : farthest;
        }
        return farthest;
    }

    private static int[] inHashOrder(int[] colors) {
        long length = tableLength(colors.length);
        long[] keys = new long[colors.length];
        Arrays.setAll(keys, i -> hash(colors[i]) % length << 24 | colors[i]);
        Arrays.sort(keys);
        int[] ordered = new int[colors.length];
        Arrays.setAll(ordered, i -> (int) keys[i] & 0xFFFFFF);
        return ordered;
    }

    private static long hash(int color) {
        int red = color >> 16;
        int green = (color >> 8) & 255;
        int blue = color & 255;
        return Integer.toUnsignedLong((red * 463) ^ ((green << 8) * 10069) ^ ((blue << 16) * 64997));
    }

    private static long tableLength(int colors) {
        long length = FIRST_LENGTH;
        while (length * MOST_PER_BUCKET < colors) {
            length = 2 * length + 1;
            while ((LENGTH_ENDINGS >> (length & 15) & 1) == 0) {
                length++;
            }
        }
        return length;
    }
}
