package dev.imagemill.imageop.pillow;

import java.util.Arrays;

/**
 * Finds the nearest of a palette's colours from a good guess: the other colours are tried in the order of their distance from the guess, until
 * they are more than twice as far from it as the colour sought, where none can be nearer. Of equally near ones the guess wins, then the first
 * that is tried.
 */
final class PaletteDistances {
    private final int size;
    private final int[] colors;

    /** A row for each colour: the others' squared distances, above eight bits of their indexes. */
    private final int[] rows;

    PaletteDistances(int[] colors) {
        this.size = colors.length;
        this.colors = colors.clone();
        this.rows = new int[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                rows[i * size + j] = distance(colors[i], colors[j]) << 8 | j;
            }
            Arrays.sort(rows, i * size, (i + 1) * size);
        }
    }

    int nearest(int color, int guess) {
        int best = guess;
        int shortest = distance(colors[guess], color);
        int limit = 4 * shortest;
        int row = guess * size;
        for (int i = row; i < row + size && rows[i] >> 8 <= limit; i++) {
            int index = rows[i] & 255;
            int distance = distance(colors[index], color);
            if (distance < shortest) {
                shortest = distance;
                best = index;
            }
        }
        return best;
    }

    /**
     * Takes changed colours. Rows are put in order as Pillow does it, which is not quite: a colour moves towards the front only as long as those
     * it passes are themselves out of order, so after larger changes a search may end early.
     */
    void update(int[] changed) {
        System.arraycopy(changed, 0, colors, 0, size);
        for (int i = 0; i < size; i++) {
            int row = i * size;
            for (int j = row; j < row + size; j++) {
                rows[j] = distance(colors[i], colors[rows[j] & 255]) << 8 | (rows[j] & 255);
            }
            for (int j = row + 1; j < row + size; j++) {
                moveForward(row, j);
            }
        }
    }

    private void moveForward(int row, int from) {
        int moved = rows[from];
        int at = from;
        while (at > row && rows[at - 1] >> 8 > rows[at] >> 8) {
            rows[at] = rows[at - 1];
            at--;
        }
        rows[at] = moved;
    }

    private static int distance(int a, int b) {
        int red = (a >> 16) - (b >> 16);
        int green = ((a >> 8) & 255) - ((b >> 8) & 255);
        int blue = (a & 255) - (b & 255);
        return red * red + green * green + blue * blue;
    }
}
