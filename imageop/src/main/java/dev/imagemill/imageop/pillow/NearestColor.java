package dev.imagemill.imageop.pillow;

import java.util.Arrays;

/**
 * The nearest colour of a palette by the sum of squared differences, the first of several; alpha does not count. As in Pillow, colours are the
 * same if they are in the same cell of 4 x 4 x 4, and a cell's lowest corner decides.
 *
 * <p>Cells are worked out when one of them is first asked for, 8 x 8 x 8 at a time. Most colours of the palette cannot be the nearest anywhere
 * in such a block: those that are farther from its nearest point than some other colour is from its farthest.
 */
final class NearestColor {
    /** Less than any index. */
    static final int UNKNOWN = -1;

    private static final int BLOCK = 8;
    private static final int CELL = 4;

    private final int[] colors;
    private final short[] indexes = new short[64 * 64 * 64];

    /** Of one block: the distance to the nearest colour so far, above eight bits of its index. */
    private final int[] nearest = new int[BLOCK * BLOCK * BLOCK];

    /** Of one colour: the part of its distances that green and blue make. */
    private final int[] plane = new int[BLOCK * BLOCK];

    NearestColor(Palette palette) {
        this.colors = new int[palette.size()];
        Arrays.setAll(colors, i -> palette.argb(i) & ~Palette.OPAQUE);
        Arrays.fill(indexes, (short) UNKNOWN);
    }

    /**
     * For every cell, the index of the nearest colour, or {@link #UNKNOWN} until {@link #find} was asked for one near by; live. Loops read this by
     * themselves, and ask only if they must.
     */
    short[] indexes() {
        return indexes;
    }

    /** The palette's colours, {@code 0xRRGGBB}. */
    int[] colors() {
        return colors;
    }

    /** The cell of a colour, components 0 to 255. */
    static int cell(int red, int green, int blue) {
        return (red & 0xFC) << 10 | (green & 0xFC) << 4 | blue >> 2;
    }

    /** Works out the index for a cell and those around it. */
    int find(int cell) {
        int red = (cell >> 12) & ~(BLOCK - 1);
        int green = ((cell >> 6) & 63) & ~(BLOCK - 1);
        int blue = cell & 63 & ~(BLOCK - 1);
        int limit = limit(CELL * red, CELL * green, CELL * blue);
        Arrays.fill(nearest, Integer.MAX_VALUE);
        for (int i = 0; i < colors.length; i++) {
            if (nearestPoint(colors[i], CELL * red, CELL * green, CELL * blue) <= limit) {
                offer(i, CELL * red, CELL * green, CELL * blue);
            }
        }
        for (int i = 0; i < nearest.length; i++) {
            int at = (red + i / (BLOCK * BLOCK)) << 12 | (green + i / BLOCK % BLOCK) << 6 | (blue + i % BLOCK);
            indexes[at] = (short) (nearest[i] & 255);
        }
        return indexes[cell];
    }

    /** The least distance within which all of the block that begins here has some colour of the palette. */
    private int limit(int red, int green, int blue) {
        int limit = Integer.MAX_VALUE;
        for (int color : colors) {
            int distance = square(far(color >> 16, red))
                    + square(far((color >> 8) & 255, green))
                    + square(far(color & 255, blue));
            limit = Math.min(limit, distance);
        }
        return limit;
    }

    /** The distance of a colour from the block that begins here. */
    private static int nearestPoint(int color, int red, int green, int blue) {
        return square(near(color >> 16, red))
                + square(near((color >> 8) & 255, green))
                + square(near(color & 255, blue));
    }

    /** Compares a colour with the nearest so far of every cell; that is a minimum, since the index is below the distance in one number. */
    private void offer(int index, int red, int green, int blue) {
        int color = colors[index];
        for (int i = 0; i < plane.length; i++) {
            int g = green + i / BLOCK * CELL - ((color >> 8) & 255);
            int b = blue + i % BLOCK * CELL - (color & 255);
            plane[i] = (g * g + b * b) << 8 | index;
        }
        for (int r = 0; r < BLOCK; r++) {
            int distance = square(red + r * CELL - (color >> 16)) << 8;
            int start = r * plane.length;
            for (int i = 0; i < plane.length; i++) {
                nearest[start + i] = Math.min(nearest[start + i], plane[i] + distance);
            }
        }
    }

    /** How far a component is from the part of its axis that the block takes. */
    private static int near(int component, int start) {
        return Math.max(0, Math.max(start - component, component - start - BLOCK * CELL + 1));
    }

    /** How far a component is from the other end of that part. */
    private static int far(int component, int start) {
        return Math.max(Math.abs(component - start), Math.abs(component - start - BLOCK * CELL + 1));
    }

    private static int square(int n) {
        return n * n;
    }
}
