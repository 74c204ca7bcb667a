package dev.imagemill.imageop.awt;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.Mode;
import dev.imagemill.imageop.kernel.Alpha8;
import dev.imagemill.imageop.kernel.Packing;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.lang.foreign.MemorySegment;

/** Writes the pixels of an image into a new {@link BufferedImage}, row by row, through its raster. */
final class PixelWriter {
    private static final int[] ARGB = {16, 8, 0, 24};
    private static final int[] BGR = {0, 8, 16};
    private static final int OPAQUE = 255 << 24;

    private final Image image;
    private final BufferedImage result;
    private final int width;
    private final int height;

    private PixelWriter(Image image, BufferedImage result) {
        this.image = image;
        this.result = result;
        this.width = result.getWidth();
        this.height = result.getHeight();
    }

    static BufferedImage write(Image image) {
        return switch (image.mode()) {
            case L -> write(image, BufferedImage.TYPE_BYTE_GRAY);
            case L16, L32 -> write(image, BufferedImage.TYPE_USHORT_GRAY);
            case RGB, YV12, JPEG_YV12, CMYK -> write(image, BufferedImage.TYPE_3BYTE_BGR);
            case RGBA -> write(image, BufferedImage.TYPE_4BYTE_ABGR);
            case LA -> new PixelWriter(image, interleaved(image)).bytes(false);
            case LA32, RGB48, RGBA64 -> new PixelWriter(image, interleaved(image)).shorts();
            case CMYK64 -> write(image.convert(Mode.RGB48));
        };
    }

    static BufferedImage write(Image image, int type) {
        return switch (type) {
            case BufferedImage.TYPE_BYTE_GRAY -> in(Mode.L, image, type).bytes(false);
            case BufferedImage.TYPE_USHORT_GRAY -> in(Mode.L16, image, type).shorts();
            case BufferedImage.TYPE_3BYTE_BGR -> in(Mode.RGB, image, type).bytes(false);
            case BufferedImage.TYPE_4BYTE_ABGR -> in(Mode.RGBA, image, type).bytes(false);
            case BufferedImage.TYPE_4BYTE_ABGR_PRE -> in(Mode.RGBA, image, type).bytes(true);
            case BufferedImage.TYPE_INT_RGB -> in(Mode.RGB, image, type).ints(ARGB, false);
            case BufferedImage.TYPE_INT_BGR -> in(Mode.RGB, image, type).ints(BGR, false);
            case BufferedImage.TYPE_INT_ARGB -> in(Mode.RGBA, image, type).ints(ARGB, false);
            case BufferedImage.TYPE_INT_ARGB_PRE -> in(Mode.RGBA, image, type).ints(ARGB, true);
            case BufferedImage.TYPE_USHORT_565_RGB -> in(Mode.RGB, image, type).packedShorts(6);
            case BufferedImage.TYPE_USHORT_555_RGB -> in(Mode.RGB, image, type).packedShorts(5);
            case BufferedImage.TYPE_BYTE_BINARY, BufferedImage.TYPE_BYTE_INDEXED ->
                in(Mode.RGB, image, type).nearest();
            default -> throw new IllegalArgumentException("no standard type of BufferedImage has number " + type);
        };
    }

    private static PixelWriter in(Mode mode, Image image, int type) {
        Image converted = image.mode() == mode ? image : image.convert(mode);
        return new PixelWriter(
                converted, new BufferedImage(image.size().width(), image.size().height(), type));
    }

    /** A new image whose samples are the mode's. */
    private static BufferedImage interleaved(Image image) {
        Mode mode = image.mode();
        int type = mode.bytesPerComponent() == 1 ? DataBuffer.TYPE_BYTE : DataBuffer.TYPE_USHORT;
        WritableRaster raster = Raster.createInterleavedRaster(
                type, image.size().width(), image.size().height(), mode.components(), null);
        return new BufferedImage(colors(mode, type), raster, false, null);
    }

    /** The colour model of a mode's own samples, which are of type {@code TYPE_BYTE} or {@code TYPE_USHORT}. */
    static ColorModel colors(Mode mode, int type) {
        boolean gray = mode.components() <= 2;
        return new ComponentColorModel(
                ColorSpace.getInstance(gray ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB),
                mode.hasAlpha(),
                false,
                mode.hasAlpha() ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                type);
    }

    private BufferedImage bytes(boolean premultiply) {
        byte[] row = row();
        for (int y = 0; y < height; y++) {
            load(y, row, premultiply);
            result.getRaster().setDataElements(0, y, width, 1, row);
        }
        return result;
    }

    private BufferedImage shorts() {
        short[] row = new short[width * image.mode().components()];
        for (int y = 0; y < height; y++) {
            MemorySegment.copy(image.segment(), JAVA_SHORT_UNALIGNED, 2L * y * row.length, row, 0, row.length);
            result.getRaster().setDataElements(0, y, width, 1, row);
        }
        return result;
    }

    private BufferedImage ints(int[] shifts, boolean premultiply) {
        byte[] row = row();
        int[] pixels = new int[width];
        boolean alpha = image.mode().hasAlpha();
        for (int y = 0; y < height; y++) {
            load(y, row, premultiply);
            if (alpha) {
                Packing.pack4(row, pixels, shifts, width);
            } else {
                Packing.pack3(row, pixels, shifts, width);
            }
            result.getRaster().setDataElements(0, y, width, 1, pixels);
        }
        return result;
    }

    private BufferedImage packedShorts(int greenBits) {
        byte[] row = row();
        short[] pixels = new short[width];
        short[][] tables = {narrowing(5, 5 + greenBits), narrowing(greenBits, 5), narrowing(5, 0)};
        for (int y = 0; y < height; y++) {
            load(y, row, false);
            Packing.pack3(row, pixels, tables, width);
            result.getRaster().setDataElements(0, y, width, 1, pixels);
        }
        return result;
    }

    /** What each value of 8 bits is in so many, rounded, and moved to its place. */
    private static short[] narrowing(int bits, int shift) {
        short[] table = new short[256];
        int max = (1 << bits) - 1;
        for (int value = 0; value < table.length; value++) {
            table[value] = (short) (((value * max + 127) / 255) << shift);
        }
        return table;
    }

    private BufferedImage nearest() {
        byte[] row = row();
        int[] pixels = new int[width];
        for (int y = 0; y < height; y++) {
            load(y, row, false);
            Packing.pack3(row, pixels, ARGB, width);
            for (int x = 0; x < width; x++) {
                pixels[x] |= OPAQUE;
            }
            result.setRGB(0, y, width, 1, pixels, 0, width);
        }
        return result;
    }

    private byte[] row() {
        return new byte[width * image.mode().components()];
    }

    private void load(int y, byte[] row, boolean premultiply) {
        MemorySegment.copy(image.segment(), JAVA_BYTE, (long) y * row.length, row, 0, row.length);
        if (premultiply) {
            Alpha8.premultiply(row, 0, image.mode().components(), width);
        }
    }
}
