package dev.imagemill.imageop.pillow;

import java.util.Arrays;

/**
 * Pixels to the cells of the octree's fine cube: counted, then looked up.
 *
 * <p>A cell's numbers lie side by side in {@code long}s: count and sum of red are halves of one, green and blue of the next, and alpha is the
 * third. So a pixel costs two or three additions, until a half might overflow and all are moved to the cube.
 */
sealed interface CubePixels {
    /** The most pixels that 255 can be added for in 32 bits. */
    int BATCH = 1 << 24;

    long LOW = 0xFFFF_FFFFL;

    /** Counts a run of pixels. */
    void count(byte[] from, int at, int pixels);

    /** What was counted. */
    ColorCube cube();

    /** For a run of pixels, the byte that {@code indexes} has for its cell. */
    void look(byte[] indexes, byte[] from, int at, byte[] to, int toAt, int pixels);

    /** Pixels of three bytes, in cells of 16 x 16 x 16 levels. */
    final class Rgb implements CubePixels {
        private final ColorCube cube = new ColorCube(4, 4, 4, 0);
        private final long[] batch = new long[2 * cube.cells()];
        private int inBatch;

        @Override
        public void count(byte[] from, int at, int pixels) {
            if (inBatch + pixels > BATCH) {
                flush();
            }
            inBatch += pixels;
            for (int i = 0; i < pixels; i++) {
                int red = from[at + 3 * i] & 255;
                int green = from[at + 3 * i + 1] & 255;
                int blue = from[at + 3 * i + 2] & 255;
                int cell = 2 * cell(red, green, blue);
                batch[cell] += (long) red << 32 | 1;
                batch[cell + 1] += (long) blue << 32 | green;
            }
        }

        private void flush() {
            for (int cell = 0; cell < cube.cells(); cell++) {
                long first = batch[2 * cell];
                long second = batch[2 * cell + 1];
                int count = (int) first;
                cube.add(cell, count, first >>> 32, second & LOW, second >>> 32, 255L * count);
            }
            Arrays.fill(batch, 0);
            inBatch = 0;
        }

        @Override
        public ColorCube cube() {
            flush();
            return cube;
        }

        @Override
        public void look(byte[] indexes, byte[] from, int at, byte[] to, int toAt, int pixels) {
            for (int i = 0; i < pixels; i++) {
                int in = at + 3 * i;
                to[toAt + i] = indexes[cell(from[in] & 255, from[in + 1] & 255, from[in + 2] & 255)];
            }
        }

        private static int cell(int red, int green, int blue) {
            return (red & 0xF0) << 4 | (green & 0xF0) | blue >> 4;
        }
    }

    /** Pixels of four bytes, in cells of 32 x 16 x 32 x 32 levels; whatever is transparent has the colour of the first such pixel. */
    final class Rgba implements CubePixels {
        private static final int NONE = -1;

        private final ColorCube cube = new ColorCube(3, 4, 3, 3);
        private final long[] batch = new long[4 * cube.cells()];
        private int inBatch;

        /** The colour of the first transparent pixel, {@code 0xRRGGBB}. */
        private int transparent = NONE;

        @Override
        public void count(byte[] from, int at, int pixels) {
            if (inBatch + pixels > BATCH) {
                flush();
            }
            inBatch += pixels;
            for (int i = 0; i < pixels; i++) {
                int alpha = from[at + 4 * i + 3] & 255;
                int color = color(from, at + 4 * i, alpha);
                int cell = 4 * cell(color, alpha);
                batch[cell] += (long) (color >> 16) << 32 | 1;
                batch[cell + 1] += (long) (color & 255) << 32 | ((color >> 8) & 255);
                batch[cell + 2] += alpha;
            }
        }

        private int color(byte[] from, int at, int alpha) {
            int color = (from[at] & 255) << 16 | (from[at + 1] & 255) << 8 | (from[at + 2] & 255);
            if (alpha != 0) {
                return color;
            }
            if (transparent == NONE) {
                transparent = color;
            }
            return transparent;
        }

        private void flush() {
            for (int cell = 0; cell < cube.cells(); cell++) {
                long first = batch[4 * cell];
                long second = batch[4 * cell + 1];
                cube.add(cell, (int) first, first >>> 32, second & LOW, second >>> 32, batch[4 * cell + 2]);
            }
            Arrays.fill(batch, 0);
            inBatch = 0;
        }

        @Override
        public ColorCube cube() {
            flush();
            return cube;
        }

        @Override
        public void look(byte[] indexes, byte[] from, int at, byte[] to, int toAt, int pixels) {
            for (int i = 0; i < pixels; i++) {
                int alpha = from[at + 4 * i + 3] & 255;
                to[toAt + i] = indexes[cell(color(from, at + 4 * i, alpha), alpha)];
            }
        }

        private static int cell(int color, int alpha) {
            return ((color >> 21) & 7) << 10 | ((color >> 12) & 15) << 6 | ((color >> 5) & 7) << 3 | alpha >> 5;
        }
    }
}
