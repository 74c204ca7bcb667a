package dev.imagemill.imageop.awt;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BufferedImagesTest {
    @ParameterizedTest
    @CsvSource({"L, 10", "L16, 11", "RGB, 5", "RGBA, 6", "LA, 0", "LA32, 0", "RGB48, 0", "RGBA64, 0"})
    void keepsTheSamplesOfModesThatJavaHas(Mode mode, int type) {
        Image image = Rasters.noise(mode, 67, 45);
        for (Image source : List.of(image, Rasters.inNativeMemory(image))) {
            BufferedImage buffered = BufferedImages.toBufferedImage(source);
            assertThat(buffered.getType()).isEqualTo(type);
            assertThat(buffered.isAlphaPremultiplied()).isFalse();
            assertThat(buffered.getColorModel().hasAlpha()).isEqualTo(mode.hasAlpha());
            Image back = BufferedImages.toImage(buffered);
            assertThat(back.mode()).isEqualTo(mode);
            assertThat(Rasters.bytes(back)).isEqualTo(Rasters.bytes(image));
        }
    }

    @ParameterizedTest
    @CsvSource({"CMYK, RGB", "CMYK64, RGB48", "YV12, RGB", "JPEG_YV12, RGB", "L32, L16"})
    void convertsModesThatJavaLacks(Mode mode, Mode near) {
        Image image = Rasters.noise(mode, 8, 6);
        Image back = BufferedImages.toImage(BufferedImages.toBufferedImage(image));
        assertThat(back.mode()).isEqualTo(near);
        assertThat(Rasters.bytes(back)).isEqualTo(Rasters.bytes(image.convert(near)));
    }

    @ParameterizedTest
    @EnumSource(names = {"L", "LA", "RGB", "RGBA", "L16", "LA32", "RGB48", "RGBA64"})
    void survivesJavasOwnPngCodec(Mode mode) throws IOException {
        Image image = Rasters.noise(mode, 31, 17);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        assertThat(ImageIO.write(BufferedImages.toBufferedImage(image), "png", png))
                .isTrue();
        BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(png.toByteArray()));
        Image back = BufferedImages.toImage(decoded);
        assertThat(back.mode()).isEqualTo(mode);
        assertThat(Rasters.bytes(back)).isEqualTo(Rasters.bytes(image));
    }

    @ParameterizedTest
    @EnumSource(names = {"L", "LA", "RGB", "RGBA"})
    void viewsAnImageAsABufferedImageAndBack(Mode mode) {
        byte[] array = new byte[1000];
        long length = mode.length(9, 7);
        MemorySegment memory = MemorySegment.ofArray(array).asSlice(33, length);
        Image image = Images.wrap(mode, new ImageSize(9, 7), memory);
        BufferedImage view = BufferedImages.view(image).orElseThrow();
        view.getRaster().setSample(8, 6, mode.components() - 1, 77);
        assertThat(image.component(8, 6, mode.components() - 1)).isEqualTo(77);
        assertThat(array[32 + (int) length]).isEqualTo((byte) 77);
        if (mode == Mode.RGB) {
            image.setComponent(3, 2, 0, 0xab);
            assertThat(view.getRGB(3, 2) & 0xffffff).isEqualTo(0xab0000);
        }
        image.setComponent(2, 3, 0, 99);
        assertThat(view.getRaster().getSample(2, 3, 0)).isEqualTo(99);
        Image again = BufferedImages.view(view).orElseThrow();
        assertThat(again.mode()).isEqualTo(mode);
        assertThat(again.component(2, 3, 0)).isEqualTo(99);
        again.setComponent(0, 0, 0, 5);
        assertThat(array[33]).isEqualTo((byte) 5);
        assertThat(Rasters.bytes(BufferedImages.toImage(view))).isEqualTo(Rasters.bytes(image));
    }

    @Test
    void viewsGreyAndWholeRowsOfIt() {
        BufferedImage image = Rasters.standard(BufferedImage.TYPE_BYTE_GRAY, 20, 10);
        Image view = BufferedImages.view(image).orElseThrow();
        assertThat(view.segment().heapBase())
                .contains(((DataBufferByte) image.getRaster().getDataBuffer()).getData());
        Image rows = BufferedImages.view(image.getSubimage(0, 4, 20, 3)).orElseThrow();
        rows.setComponent(19, 2, 0, 123);
        assertThat(image.getRaster().getSample(19, 6, 0)).isEqualTo(123);
        Image line = BufferedImages.view(image.getSubimage(5, 9, 7, 1)).orElseThrow();
        line.setComponent(6, 0, 0, 45);
        assertThat(image.getRaster().getSample(11, 9, 0)).isEqualTo(45);
        assertThat(BufferedImages.view(image.getSubimage(0, 4, 19, 3))).isEmpty();
    }

    @Test
    void viewsDataBuffersThatBeginLater() {
        byte[] array = new byte[100];
        WritableRaster raster = Raster.createInterleavedRaster(
                new DataBufferByte(array, 60, 40), 5, 4, 15, 3, new int[] {0, 1, 2}, null);
        BufferedImage image = Rasters.custom(raster, ColorSpace.CS_sRGB, false, false);
        Image view = BufferedImages.view(image).orElseThrow();
        view.setComponent(4, 3, 2, 9);
        assertThat(array[99]).isEqualTo((byte) 9);
        assertThat(raster.getSample(4, 3, 2)).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13})
    void viewsNoOtherStandardType(int type) {
        assertThat(BufferedImages.view(new BufferedImage(4, 4, type))).isEmpty();
    }

    @Test
    void viewsNothingThatLiesOtherwise() {
        WritableRaster premultiplied = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 4, 4, 4, null);
        assertThat(BufferedImages.view(Rasters.custom(premultiplied, ColorSpace.CS_sRGB, true, true)))
                .isEmpty();
        WritableRaster banded = Raster.createBandedRaster(DataBuffer.TYPE_BYTE, 4, 4, 3, null);
        assertThat(BufferedImages.view(Rasters.custom(banded, ColorSpace.CS_sRGB, false, false)))
                .isEmpty();
        WritableRaster padded =
                Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 4, 4, 16, 3, new int[] {0, 1, 2}, null);
        assertThat(BufferedImages.view(Rasters.custom(padded, ColorSpace.CS_sRGB, false, false)))
                .isEmpty();
        WritableRaster spread =
                Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 4, 4, 16, 4, new int[] {0, 1, 2}, null);
        assertThat(BufferedImages.view(Rasters.custom(spread, ColorSpace.CS_sRGB, false, false)))
                .isEmpty();
    }

    @Test
    void viewsNoImageThatJavaCannot() {
        for (Mode mode : List.of(Mode.L16, Mode.L32, Mode.CMYK, Mode.YV12, Mode.RGBA64)) {
            assertThat(BufferedImages.view(Images.create(mode, new ImageSize(4, 4))))
                    .isEmpty();
        }
        try (Arena arena = Arena.ofConfined()) {
            Optional<BufferedImage> view =
                    BufferedImages.view(Images.createNative(Mode.RGB, new ImageSize(4, 4), arena));
            assertThat(view).isEmpty();
        }
        MemorySegment readOnly = MemorySegment.ofArray(new byte[16]).asReadOnly();
        assertThat(BufferedImages.view(Images.wrap(Mode.L, new ImageSize(4, 4), readOnly)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 6, 7, 8, 10, 11, 12, 13})
    void allocatesNothingPerRowOrPixel(int type) {
        int width = 300;
        int height = 2000;
        BufferedImage image = new BufferedImage(width, height, type);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            BufferedImages.toImage(image);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        long samples = BufferedImages.toImage(image).mode().length(width, height);
        // A few rows and tables; 16 bytes a row would be 32 000.
        assertThat(least - samples).isLessThan(24_000);
    }
}
