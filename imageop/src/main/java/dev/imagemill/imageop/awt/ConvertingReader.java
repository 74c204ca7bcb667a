package dev.imagemill.imageop.awt;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.Mode;
import dev.imagemill.imageop.kernel.Packing;
import java.awt.image.BufferedImage;

/** Reads pixels of any kind as their colour model converts them to sRGB of 8 bits. */
record ConvertingReader(BufferedImage image) implements PixelReader {
    /** Where {@link BufferedImage#getRGB} has red, green, blue and alpha. */
    private static final int[] SHIFTS = {16, 8, 0, 24};

    @Override
    public Image read() {
        boolean alpha = image.getColorModel().hasAlpha();
        Image result = PixelReader.create(alpha ? Mode.RGBA : Mode.RGB, image);
        byte[] to = PixelReader.array(result);
        int width = image.getWidth();
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            if (alpha) {
                Packing.unpack4(row, SHIFTS, to, y * width * 4, width);
            } else {
                Packing.unpack3(row, SHIFTS, to, y * width * 3, width);
            }
        }
        return result;
    }
}
