package dev.imagemill.imageop.pillow;

import dev.imagemill.imageop.ImageSize;

/** Finds for every pixel of an image, whose rows are given in turn from the top, a byte that stands for it, and hands what is left over on. */
sealed interface ErrorDiffusion permits BilevelDither, PaletteDither {
    /** The next row. */
    void row(byte[] from, int at, byte[] to, int toAt);

    /** The next two rows, which follow each other in both arrays. */
    void twoRows(byte[] from, int at, byte[] to, int toAt);

    /** All rows of an image. */
    default byte[] diffuse(PixelReader reader, ImageSize size) {
        int width = size.width();
        int height = size.height();
        byte[] result = PillowImage.allocate(size, 1);
        for (int y = 0; y + 1 < height; y += 2) {
            reader.read((long) y * width, 2 * width);
            twoRows(reader.array(), reader.position(), result, y * width);
        }
        if (height % 2 == 1) {
            reader.read((height - 1L) * width, width);
            row(reader.array(), reader.position(), result, (height - 1) * width);
        }
        return result;
    }
}
