package dev.imagemill.imageop.pillow;

import java.util.Arrays;

/**
 * Colour space cut into equal cells, with the number of pixels in each and the sums of their components. Counts and sums behave as unsigned
 * numbers of 32 and 64 bits.
 */
final class ColorCube {
    private static final int COMPONENTS = 4;

    /** Bits that red, green, blue and alpha each give to the number of a cell. */
    private final int[] bits;

    private final int[] counts;

    /** By component, then by cell. */
    private final long[][] sums;

    ColorCube(int... bits) {
        this.bits = bits;
        int cells = 1 << Arrays.stream(bits).sum();
        this.counts = new int[cells];
        this.sums = new long[COMPONENTS][cells];
    }

    int cells() {
        return counts.length;
    }

    int count(int cell) {
        return counts[cell];
    }

    /** How many cells have pixels. */
    int occupied() {
        int occupied = 0;
        for (int count : counts) {
            occupied += count != 0 ? 1 : 0;
        }
        return occupied;
    }

    /** The number of the cell that a colour {@code 0xAARRGGBB} is in. */
    int cell(int argb) {
        int cell = 0;
        for (int c = 0; c < COMPONENTS; c++) {
            cell = cell << bits[c] | component(argb, c) >> (8 - bits[c]);
        }
        return cell;
    }

    /**
     * The mean colour of a cell, {@code 0xAARRGGBB}; 0 if it is empty. As in Pillow the division is in single precision and truncates, so the
     * mean of very many pixels may come out one too low, and even in another cell.
     */
    int mean(int cell) {
        int mean = 0;
        float count = Integer.toUnsignedLong(counts[cell]);
        for (int c = 0; c < COMPONENTS && counts[cell] != 0; c++) {
            int component = Math.clamp((int) (sums[c][cell] / count), 0, 255);
            mean |= component << shift(c);
        }
        return mean;
    }

    void add(int cell, int count, long red, long green, long blue, long alpha) {
        counts[cell] += count;
        sums[0][cell] += red;
        sums[1][cell] += green;
        sums[2][cell] += blue;
        sums[3][cell] += alpha;
    }

    /** Adds the pixels of a cell of another cube, or takes them out if {@code sign} is -1. */
    void add(int cell, ColorCube from, int fromCell, int sign) {
        counts[cell] += sign * from.counts[fromCell];
        for (int c = 0; c < COMPONENTS; c++) {
            sums[c][cell] += sign * from.sums[c][fromCell];
        }
    }

    /** The same pixels in larger cells. */
    ColorCube coarser(int... fewerBits) {
        ColorCube coarser = new ColorCube(fewerBits);
        for (int cell = 0; cell < cells(); cell++) {
            coarser.add(coarser.cell(corner(cell)), this, cell, 1);
        }
        return coarser;
    }

    /** The lowest colour of a cell, {@code 0xAARRGGBB}. */
    int corner(int cell) {
        int corner = 0;
        int rest = cell;
        for (int c = COMPONENTS - 1; c >= 0; c--) {
            corner |= (rest & (1 << bits[c]) - 1) << (8 - bits[c] + shift(c));
            rest >>= bits[c];
        }
        return corner;
    }

    private static int component(int argb, int c) {
        return argb >>> shift(c) & 255;
    }

    private static int shift(int c) {
        return c == 3 ? 24 : 16 - 8 * c;
    }

    /** Cells by the number of their pixels, the most first; among equals the lower cell first. */
    int[] byCount() {
        long[] keys = new long[cells()];
        Arrays.setAll(keys, cell -> -(long) counts[cell] << Integer.SIZE | cell);
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }
}
