package dev.imagemill.imageop.pillow;

/**
 * Pillow's fast octree, which is two grids over colour space rather than a tree: a fine one of 16 x 16 x 16 cells (8 x 16 x 8 x 8 with alpha) and
 * a coarse one of four cells a component.
 *
 * <p>Every occupied coarse cell gives the mean of its pixels to the palette, so that no part of the space is lost; the rest of the palette goes to
 * the fine cells with the most pixels. Those pixels are taken out of their coarse cells, and a coarse cell that is thereby empty frees a place for
 * one more fine cell. A pixel takes the colour of its fine cell, or else of its coarse cell. Cells of equally many pixels keep their order.
 */
final class Octree {
    private static final int[] COARSE = {2, 2, 2, 0};
    private static final int[] COARSE_WITH_ALPHA = {2, 2, 2, 2};

    private final ColorCube fine;
    private final ColorCube coarse;
    private final int[] fineByCount;
    private final int colors;
    private int coarseColors;
    private int fineColors;
    private final int[] palette;
    private final byte[] indexes;

    /** @param fine the image's pixels; with alpha if its cells distinguish it */
    Octree(ColorCube fine, boolean alpha, int colors) {
        this.fine = fine;
        this.coarse = fine.coarser(alpha ? COARSE_WITH_ALPHA : COARSE);
        this.fineByCount = fine.byCount();
        this.colors = colors;
        share();
        this.palette = new int[colors];
        this.indexes = number();
    }

    /** Shares the palette out between coarse and fine cells. */
    private void share() {
        coarseColors = Math.min(coarse.occupied(), colors);
        fineColors = colors - coarseColors;
        takeOut(0, fineColors);
        int left = coarse.occupied();
        while (coarseColors > left) {
            int before = fineColors;
            coarseColors = left;
            fineColors = colors - coarseColors;
            takeOut(before, fineColors);
            left = coarse.occupied();
        }
    }

    private void takeOut(int from, int to) {
        for (int i = from; i < to; i++) {
            int cell = fineByCount[i];
            if (fine.count(cell) != 0) {
                coarse.add(coarse.cell(fine.mean(cell)), fine, cell, -1);
            }
        }
    }

    /** Fills the palette, coarse cells first, and tells for every fine cell which colour it takes; the first of several. */
    private byte[] number() {
        byte[] ofCoarse = new byte[coarse.cells()];
        int[] coarseByCount = coarse.byCount();
        for (int i = coarseColors - 1; i >= 0; i--) {
            palette[i] = coarse.mean(coarseByCount[i]);
            ofCoarse[coarse.cell(palette[i])] = (byte) i;
        }
        byte[] ofFine = new byte[fine.cells()];
        for (int cell = 0; cell < ofFine.length; cell++) {
            ofFine[cell] = ofCoarse[coarse.cell(fine.corner(cell))];
        }
        for (int i = colors - 1; i >= coarseColors; i--) {
            palette[i] = fine.mean(fineByCount[i - coarseColors]);
            ofFine[fine.cell(palette[i])] = (byte) i;
        }
        return ofFine;
    }

    /** The colours, {@code 0xAARRGGBB}. */
    int[] palette() {
        return palette;
    }

    /** For every fine cell, an index into the palette. */
    byte[] indexes() {
        return indexes;
    }
}
