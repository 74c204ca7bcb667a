package dev.imagemill.imageop.awt;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSource;
import dev.imagemill.imageop.Images;
import java.awt.image.BufferedImage;
import java.util.Optional;

/** Makes images of {@link BufferedImage}s and {@code BufferedImage}s of images. */
public final class BufferedImages {
    private BufferedImages() {}

    /**
     * A copy of a {@code BufferedImage}, in the mode that holds its samples:
     *
     * <ul>
     *   <li>grey: L for 8 bits, L16 for 16, L32 for 32, LA or LA32 with alpha; samples of another width, signed or fractional ones are scaled to 8 bits
     *       if they lie in bytes and otherwise to 16
     *   <li>sRGB: RGB or RGBA for 8 bits a component, RGB48 or RGBA64 for 16; packed ones of fewer bits are widened to 8, rounded
     *   <li>indexed: L, LA, RGB or RGBA, the least that has all of the palette's colours
     *   <li>any other: RGB or RGBA as {@link BufferedImage#getRGB} converts it
     * </ul>
     *
     * <p>Premultiplied colours are divided by their alpha, rounded.
     */
    public static Image toImage(BufferedImage image) {
        return PixelReader.of(image).read();
    }

    /**
     * A {@code BufferedImage} as an image over the same memory, if it lies there as an image does: grey, grey with alpha, sRGB or sRGB with alpha
     * (not premultiplied) of 8 bits, interleaved in this order, without anything between rows. Of the standard types only {@code TYPE_BYTE_GRAY} does.
     *
     * <p>Java no longer keeps a copy in graphics memory of an image whose memory was given out, so that drawing it to a screen may become slower.
     */
    public static Optional<Image> view(BufferedImage image) {
        return SharedMemory.image(image);
    }

    /**
     * A copy of an image, of the type that holds its samples: {@code TYPE_BYTE_GRAY} for L, {@code TYPE_USHORT_GRAY} for L16, {@code TYPE_3BYTE_BGR}
     * for RGB, {@code TYPE_4BYTE_ABGR} for RGBA, and {@code TYPE_CUSTOM} with interleaved samples for LA, LA32, RGB48 and RGBA64. Other modes are converted
     * first: L32 to L16, CMYK, YV12 and JPEG_YV12 to RGB, and CMYK64 to RGB48.
     *
     * @throws IllegalArgumentException if the pixels do not fit into one Java array
     */
    public static BufferedImage toBufferedImage(ImageSource image) {
        return PixelWriter.write(Images.view(image));
    }

    /**
     * A copy of an image in a standard type, converted to the mode next to it: L for {@code TYPE_BYTE_GRAY}, L16 for {@code TYPE_USHORT_GRAY}, RGBA
     * for types with alpha, and RGB for the others. Alpha that the type cannot hold is dropped. Components of 5 and 6 bits are rounded. In
     * {@code TYPE_BYTE_BINARY} and {@code TYPE_BYTE_INDEXED}, with Java's default palettes, a pixel takes the colour that Java finds nearest.
     *
     * @param type one of {@code BufferedImage}'s constants
     * @throws IllegalArgumentException if the type is {@code TYPE_CUSTOM} or unknown, or the pixels do not fit into one Java array
     */
    public static BufferedImage toBufferedImage(ImageSource image, int type) {
        return PixelWriter.write(Images.view(image), type);
    }

    /**
     * An image as a {@code BufferedImage} over the same memory, if it is on the heap, writable, and of mode L, LA, RGB or RGBA. The type is
     * {@code TYPE_BYTE_GRAY} or {@code TYPE_CUSTOM}, which Java draws more slowly than others.
     */
    public static Optional<BufferedImage> view(ImageSource image) {
        return SharedMemory.bufferedImage(Images.view(image));
    }
}
