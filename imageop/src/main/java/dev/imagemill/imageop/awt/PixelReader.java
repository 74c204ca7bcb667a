package dev.imagemill.imageop.awt;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.util.Optional;

/** Reads the pixels of a {@link BufferedImage} of one kind, row by row, through its raster. */
sealed interface PixelReader permits ComponentReader, GrayReader, PackedReader, IndexedReader, ConvertingReader {
    /** The pixels as a new image. */
    Image read();

    /** The reader for the image's colour model and raster. */
    static PixelReader of(BufferedImage image) {
        return switch (image.getColorModel()) {
            case IndexColorModel colors -> IndexedReader.of(image, colors);
            case DirectColorModel colors
            when isSrgb(colors) -> or(PackedReader.of(image, colors), new ConvertingReader(image));
            case ComponentColorModel colors
            when isGray(colors) -> or(ComponentReader.of(image, colors), new GrayReader(image, colors));
            case ComponentColorModel colors
            when isSrgb(colors) -> or(ComponentReader.of(image, colors), new ConvertingReader(image));
            default -> new ConvertingReader(image);
        };
    }

    private static PixelReader or(Optional<? extends PixelReader> reader, PixelReader other) {
        return reader.isPresent() ? reader.get() : other;
    }

    /** Whether there is one component beside alpha, and it is grey. */
    static boolean isGray(ColorModel colors) {
        return colors.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    }

    private static boolean isSrgb(ColorModel colors) {
        return colors.getColorSpace().isCS_sRGB();
    }

    /** A new image of the same size. */
    static Image create(Mode mode, BufferedImage image) {
        return Images.create(mode, new ImageSize(image.getWidth(), image.getHeight()));
    }

    /** The array under a new image, which begins where the image does. */
    static byte[] array(Image created) {
        return (byte[]) created.segment().heapBase().orElseThrow();
    }
}
