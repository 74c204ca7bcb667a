package dev.imagemill.imageop.awt;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import dev.imagemill.imageop.RawBytes;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.lang.foreign.Arena;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;

/** Images of random pixels, of Java's and of ours. */
final class Rasters {
    static final List<Integer> STANDARD_TYPES = List.of(
            BufferedImage.TYPE_INT_RGB,
            BufferedImage.TYPE_INT_ARGB,
            BufferedImage.TYPE_INT_ARGB_PRE,
            BufferedImage.TYPE_INT_BGR,
            BufferedImage.TYPE_3BYTE_BGR,
            BufferedImage.TYPE_4BYTE_ABGR,
            BufferedImage.TYPE_4BYTE_ABGR_PRE,
            BufferedImage.TYPE_USHORT_565_RGB,
            BufferedImage.TYPE_USHORT_555_RGB,
            BufferedImage.TYPE_BYTE_GRAY,
            BufferedImage.TYPE_USHORT_GRAY,
            BufferedImage.TYPE_BYTE_BINARY,
            BufferedImage.TYPE_BYTE_INDEXED);

    private Rasters() {}

    static boolean gray(int type) {
        return type == BufferedImage.TYPE_BYTE_GRAY || type == BufferedImage.TYPE_USHORT_GRAY;
    }

    /** A standard type with random samples; those of premultiplied types are not above their alpha. */
    static BufferedImage standard(int type, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, type);
        Random random = new Random(type);
        if (image.isAlphaPremultiplied()) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int alpha = random.nextInt(4) == 0 ? 255 * random.nextInt(2) : random.nextInt(256);
                    for (int band = 0; band < 3; band++) {
                        image.getRaster().setSample(x, y, band, random.nextInt(alpha + 1));
                    }
                    image.getRaster().setSample(x, y, 3, alpha);
                }
            }
            return image;
        }
        fill(image.getRaster(), random);
        return image;
    }

    /** Random samples, every bit pattern of an integer type, and fractions from 0 to 1. */
    static void fill(WritableRaster raster, Random random) {
        boolean fractions =
                raster.getTransferType() == DataBuffer.TYPE_FLOAT || raster.getTransferType() == DataBuffer.TYPE_DOUBLE;
        for (int y = 0; y < raster.getHeight(); y++) {
            for (int x = 0; x < raster.getWidth(); x++) {
                for (int band = 0; band < raster.getNumBands(); band++) {
                    if (fractions) {
                        raster.setSample(x, y, band, random.nextDouble());
                    } else {
                        raster.setSample(x, y, band, random.nextInt() >>> (32 - bits(raster.getSampleModel(), band)));
                    }
                }
            }
        }
    }

    private static int bits(SampleModel layout, int band) {
        return layout.getSampleSize(band);
    }

    /** A {@code BufferedImage} of these samples, whose colour model says nothing but their colour space. */
    static BufferedImage custom(WritableRaster raster, int space, boolean alpha, boolean premultiplied) {
        ComponentColorModel colors = new ComponentColorModel(
                ColorSpace.getInstance(space),
                alpha,
                premultiplied,
                alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                raster.getTransferType());
        return new BufferedImage(colors, raster, premultiplied, null);
    }

    static Image noise(Mode mode, int width, int height) {
        byte[] bytes = new byte[(int) mode.length(width, height)];
        new Random(mode.components()).nextBytes(bytes);
        return Images.of(mode, new ImageSize(width, height), bytes);
    }

    static Image inNativeMemory(Image image) {
        Image copy = Images.createNative(image.mode(), image.size(), Arena.ofAuto());
        copy.segment().copyFrom(image.segment());
        return copy;
    }

    static byte[] bytes(Image image) {
        return RawBytes.write(image, ByteOrder.nativeOrder());
    }

    /** A pixel as {@link BufferedImage#getRGB} has it, opaque if the mode has no alpha. */
    static int argb(Image image, int x, int y) {
        Mode mode = image.mode();
        int red = (int) image.component(x, y, 0);
        boolean gray = mode.components() <= 2;
        int green = gray ? red : (int) image.component(x, y, 1);
        int blue = gray ? red : (int) image.component(x, y, 2);
        int alpha = mode.hasAlpha() ? (int) image.component(x, y, mode.components() - 1) : 255;
        return alpha << 24 | red << 16 | green << 8 | blue;
    }
}
