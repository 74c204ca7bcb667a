package dev.imagemill.imageop;

/**
 * A part of an image cut into blocks; those at its right and bottom edges may be partial.
 *
 * @param factorX columns of a block
 * @param factorY rows of a block
 */
record Blocks(int left, int top, int width, int height, int factorX, int factorY) {
    static Blocks ofAll(ImageSize size, int factorX, int factorY) {
        return new Blocks(0, 0, size.width(), size.height(), factorX, factorY);
    }

    /** How many blocks there are side by side and one below the other. */
    ImageSize count() {
        return new ImageSize(Math.ceilDiv(width, factorX), Math.ceilDiv(height, factorY));
    }
}
