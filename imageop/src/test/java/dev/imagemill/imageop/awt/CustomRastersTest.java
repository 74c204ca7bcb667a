package dev.imagemill.imageop.awt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.Mode;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rasters that are no standard type: their samples are the oracle, and {@code getRGB} where it is exact. */
class CustomRastersTest {
    private static final int WIDTH = 23;
    private static final int HEIGHT = 14;

    @ParameterizedTest
    @CsvSource({
        "BYTE, 1, L",
        "BYTE, 2, LA",
        "BYTE, 3, RGB",
        "BYTE, 4, RGBA",
        "USHORT, 1, L16",
        "USHORT, 2, LA32",
        "USHORT, 3, RGB48",
        "USHORT, 4, RGBA64",
        "INT, 1, L32",
    })
    void readsSamplesOfEveryLayout(String type, int bands, Mode mode) {
        int dataType = dataType(type);
        int[] order = reversed(bands);
        int stride = bands * (WIDTH + 2) + 3;
        WritableRaster tight = Raster.createWritableRaster(
                new PixelInterleavedSampleModel(dataType, WIDTH, HEIGHT, bands, WIDTH * bands, inOrder(bands)), null);
        WritableRaster loose = Raster.createWritableRaster(
                new PixelInterleavedSampleModel(dataType, WIDTH, HEIGHT, bands + 1, stride * 2, order), null);
        WritableRaster banded = Raster.createWritableRaster(
                new ComponentSampleModel(dataType, WIDTH, HEIGHT, 1, WIDTH + 5, inOrder(bands), new int[bands]), null);
        for (WritableRaster raster : new WritableRaster[] {tight, loose, banded}) {
            Rasters.fill(raster, new Random(bands));
            BufferedImage image = Rasters.custom(raster, space(bands), bands % 2 == 0, false);
            assertSamples(image, mode);
            assertSamples(image.getSubimage(3, 2, 11, 7), mode);
        }
    }

    private static void assertSamples(BufferedImage image, Mode mode) {
        Image read = BufferedImages.toImage(image);
        assertThat(read.mode()).isEqualTo(mode);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                for (int band = 0; band < mode.components(); band++) {
                    assertThat(read.component(x, y, band))
                            .isEqualTo(Integer.toUnsignedLong(image.getRaster().getSample(x, y, band)));
                }
            }
        }
    }

    @Test
    void readsDataBuffersThatBeginLater() {
        for (int bands = 1; bands <= 4; bands++) {
            DataBuffer bytes = new DataBufferByte(new byte[4000], 3000, 900);
            DataBuffer shorts = new DataBufferUShort(new short[4000], 3000, 900);
            PixelInterleavedSampleModel layout = new PixelInterleavedSampleModel(
                    DataBuffer.TYPE_BYTE, WIDTH, HEIGHT, bands, WIDTH * bands, inOrder(bands));
            PixelInterleavedSampleModel wide = new PixelInterleavedSampleModel(
                    DataBuffer.TYPE_USHORT, WIDTH, HEIGHT, bands, WIDTH * bands, reversed(bands));
            for (WritableRaster raster : new WritableRaster[] {
                Raster.createWritableRaster(layout, bytes, null), Raster.createWritableRaster(wide, shorts, null)
            }) {
                Rasters.fill(raster, new Random(bands));
                BufferedImage image = Rasters.custom(raster, space(bands), bands % 2 == 0, false);
                Mode mode = BufferedImages.toImage(image).mode();
                assertThat(mode.components()).isEqualTo(bands);
                assertSamples(image, mode);
                assertSamples(image.getSubimage(3, 2, 11, 7), mode);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"BYTE, 2, LA", "BYTE, 4, RGBA", "USHORT, 2, LA32", "USHORT, 4, RGBA64"})
    void dividesPremultipliedSamples(String type, int bands, Mode mode) {
        WritableRaster raster = Raster.createInterleavedRaster(dataType(type), WIDTH, HEIGHT, bands, null);
        Rasters.fill(raster, new Random(bands));
        raster.setPixel(0, 0, new int[] {0, 0, 0, 0});
        BufferedImage image = Rasters.custom(raster, space(bands), true, true);
        Image read = BufferedImages.toImage(image);
        assertThat(read.mode()).isEqualTo(mode);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int alpha = raster.getSample(x, y, bands - 1);
                assertThat(read.component(x, y, bands - 1)).isEqualTo(alpha);
                for (int band = 0; band < bands - 1; band++) {
                    double divided = alpha == 0 ? 0 : (double) raster.getSample(x, y, band) * mode.maxValue() / alpha;
                    assertThat(read.component(x, y, band)).isEqualTo(Math.min(mode.maxValue(), Math.round(divided)));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"BYTE, 5, L", "USHORT, 12, L16", "USHORT, 1, L16", "INT, 24, L16", "INT, 31, L16"})
    void scalesGreysOfOtherWidths(String type, int bits, Mode mode) {
        WritableRaster raster = Raster.createWritableRaster(
                new PixelInterleavedSampleModel(dataType(type), WIDTH, HEIGHT, 1, WIDTH, new int[1]), null);
        Random random = new Random(bits);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            raster.setSample(
                    i % WIDTH,
                    i / WIDTH,
                    0,
                    i == 0 ? (int) ((1L << bits) - 1) : i == 1 ? 0 : random.nextInt() >>> (32 - bits));
        }
        ComponentColorModel colors = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY),
                new int[] {bits},
                false,
                false,
                Transparency.OPAQUE,
                dataType(type));
        Image read = BufferedImages.toImage(new BufferedImage(colors, raster, false, null));
        assertThat(read.mode()).isEqualTo(mode);
        assertThat(read.component(0, 0, 0)).isEqualTo(mode.maxValue());
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            double scaled = (double) raster.getSample(i % WIDTH, i / WIDTH, 0) * mode.maxValue() / ((1L << bits) - 1);
            assertThat(read.component(i % WIDTH, i / WIDTH, 0)).isEqualTo(Math.round(scaled));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void scalesFractionsOfGrey(boolean premultiplied) {
        for (int type : new int[] {DataBuffer.TYPE_FLOAT, DataBuffer.TYPE_DOUBLE}) {
            WritableRaster raster = Raster.createWritableRaster(
                    new PixelInterleavedSampleModel(type, 4, 1, 2, 8, new int[] {0, 1}), null);
            raster.setPixels(0, 0, 4, 1, new float[] {0.25f, 0.5f, 1, 1, -3, 0.125f, 7, 0});
            Image read = BufferedImages.toImage(Rasters.custom(raster, ColorSpace.CS_GRAY, true, premultiplied));
            assertThat(read.mode()).isEqualTo(Mode.LA32);
            long[] gray = premultiplied ? new long[] {32_768, 65_535, 0, 0} : new long[] {16_384, 65_535, 0, 65_535};
            long[] alpha = {32_768, 65_535, 8_192, 0};
            for (int x = 0; x < 4; x++) {
                assertThat(read.component(x, 0, 0)).isEqualTo(gray[x]);
                assertThat(read.component(x, 0, 1)).isEqualTo(alpha[x]);
            }
        }
    }

    @Test
    void scalesSignedAndTransparentGreys() {
        WritableRaster signed = Raster.createWritableRaster(
                new PixelInterleavedSampleModel(DataBuffer.TYPE_SHORT, 3, 1, 1, 3, new int[1]), null);
        signed.setPixels(0, 0, 3, 1, new int[] {32_767, -5, 16_384});
        Image read = BufferedImages.toImage(Rasters.custom(signed, ColorSpace.CS_GRAY, false, false));
        assertThat(Rasters.bytes(read)).isEqualTo(shorts(65_535, 0, 32_769));
        WritableRaster wide = Raster.createWritableRaster(
                new PixelInterleavedSampleModel(DataBuffer.TYPE_INT, 2, 1, 2, 4, new int[] {0, 1}), null);
        wide.setPixels(0, 0, 2, 1, new int[] {-1, 65_537, Integer.MIN_VALUE, 0});
        Image alpha = BufferedImages.toImage(Rasters.custom(wide, ColorSpace.CS_GRAY, true, false));
        assertThat(alpha.mode()).isEqualTo(Mode.LA32);
        assertThat(Rasters.bytes(alpha)).isEqualTo(shorts(65_535, 1, 32_768, 0));
    }

    private static byte[] shorts(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.nativeOrder());
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return bytes.array();
    }

    @Test
    void asksTheColourModelForAnythingElse() {
        WritableRaster fractions = Raster.createWritableRaster(
                new PixelInterleavedSampleModel(DataBuffer.TYPE_FLOAT, WIDTH, HEIGHT, 3, WIDTH * 3, inOrder(3)), null);
        WritableRaster linear = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, WIDTH, HEIGHT, 4, null);
        Rasters.fill(fractions, new Random(1));
        Rasters.fill(linear, new Random(2));
        assertAsGetRgb(Rasters.custom(fractions, ColorSpace.CS_sRGB, false, false), Mode.RGB);
        assertAsGetRgb(Rasters.custom(linear, ColorSpace.CS_LINEAR_RGB, true, false), Mode.RGBA);
        assertAsGetRgb(packed(new DirectColorModel(32, 0x3ff00000, 0xffc00, 0x3ff)), Mode.RGB);
        assertAsGetRgb(packed(new DirectColorModel(16, 0xf00, 0xf0, 0xf, 0xf000)), Mode.RGBA);
        assertAsGetRgb(packed(new DirectColorModel(8, 0xe0, 0x1c, 0x3)), Mode.RGB);
    }

    @Test
    void readsPackedPixelsOfOtherMasks() {
        assertAsGetRgb(packed(new DirectColorModel(32, 0xff000000, 0xff0000, 0xff00, 0xff)), Mode.RGBA);
        assertAsGetRgb(packed(new DirectColorModel(32, 0xff00, 0xff0000, 0xff000000)), Mode.RGB);
        assertAsGetRgb(packed(new DirectColorModel(16, 0x00ff, 0x0f00, 0x3000)), Mode.RGB);
        assertAsGetRgb(packed(new DirectColorModel(16, 0x8000, 0x7c00, 0x00ff)), Mode.RGB);
    }

    private static BufferedImage packed(DirectColorModel colors) {
        WritableRaster raster = colors.createCompatibleWritableRaster(WIDTH, HEIGHT);
        Rasters.fill(raster, new Random(3));
        return new BufferedImage(colors, raster, false, null);
    }

    @Test
    void readsPalettes() {
        byte[] red = new byte[256];
        byte[] green = new byte[256];
        byte[] alpha = new byte[256];
        Random random = new Random(4);
        random.nextBytes(red);
        random.nextBytes(green);
        random.nextBytes(alpha);
        for (int bits : new int[] {1, 2, 4, 8}) {
            int size = 1 << bits;
            assertAsGetRgb(indexed(new IndexColorModel(bits, size, red, green, red), bits), Mode.RGB);
            assertAsGetRgb(indexed(new IndexColorModel(bits, size, red, green, red, alpha), bits), Mode.RGBA);
            assertAsGetRgb(indexed(new IndexColorModel(bits, size, red, green, red, 1), bits), Mode.RGBA);
            assertAsGetRgb(indexed(new IndexColorModel(bits, size, red, red, red), bits), Mode.L);
            assertAsGetRgb(indexed(new IndexColorModel(bits, size, red, red, red, alpha), bits), Mode.LA);
        }
    }

    private static BufferedImage indexed(IndexColorModel colors, int bits) {
        int type = bits < 8 ? BufferedImage.TYPE_BYTE_BINARY : BufferedImage.TYPE_BYTE_INDEXED;
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type, colors);
        Rasters.fill(image.getRaster(), new Random(bits));
        return image;
    }

    @Test
    void readsLongPalettesAndIndexesBeyondThem() {
        int[] palette = new Random(5).ints(1000).toArray();
        IndexColorModel colors = new IndexColorModel(16, 1000, palette, 0, true, -1, DataBuffer.TYPE_USHORT);
        BufferedImage image =
                new BufferedImage(colors, colors.createCompatibleWritableRaster(WIDTH, HEIGHT), false, null);
        Random random = new Random(6);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            image.getRaster().setSample(i % WIDTH, i / WIDTH, 0, i == 0 ? 65_535 : random.nextInt(1000));
        }
        assertAsGetRgb(image, Mode.RGBA);
    }

    private static void assertAsGetRgb(BufferedImage image, Mode mode) {
        for (BufferedImage part : new BufferedImage[] {image, image.getSubimage(3, 2, 13, 9)}) {
            Image read = BufferedImages.toImage(part);
            assertThat(read.mode()).isEqualTo(mode);
            for (int y = 0; y < part.getHeight(); y++) {
                for (int x = 0; x < part.getWidth(); x++) {
                    assertThat(Rasters.argb(read, x, y)).isEqualTo(part.getRGB(x, y));
                }
            }
        }
    }

    private static int dataType(String type) {
        return switch (type) {
            case "BYTE" -> DataBuffer.TYPE_BYTE;
            case "USHORT" -> DataBuffer.TYPE_USHORT;
            default -> DataBuffer.TYPE_INT;
        };
    }

    private static int space(int bands) {
        return bands <= 2 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB;
    }

    private static int[] inOrder(int bands) {
        int[] offsets = new int[bands];
        for (int band = 0; band < bands; band++) {
            offsets[band] = band;
        }
        return offsets;
    }

    private static int[] reversed(int bands) {
        int[] offsets = new int[bands];
        for (int band = 0; band < bands; band++) {
            offsets[band] = bands - 1 - band;
        }
        return offsets;
    }
}
