package dev.imagemill.imageop.pillow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageFormatException;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.ImageSource;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import dev.imagemill.imageop.Noise;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PillowImageTest {
    private static final ImageSize ONE = new ImageSize(1, 1);

    @Test
    void namesModesAsPillowDoes() {
        assertThat(PillowMode.all())
                .extracting(PillowMode::pilName)
                .containsExactly("1", "P", "YCbCr", "LAB", "HSV", "I", "F");
        assertThat(PillowMode.all()).allSatisfy(mode -> {
            assertThat(PillowMode.parse(mode.pilName())).isEqualTo(mode);
            assertThat(PillowMode.parse(mode.name())).isEqualTo(mode);
        });
        assertThat(PillowMode.all()).extracting(PillowMode::bytesPerPixel).containsExactly(1, 1, 3, 3, 3, 4, 4);
        assertThat(PillowMode.YCBCR.componentNames()).containsExactly("y", "cb", "cr");
        assertThatThrownBy(() -> PillowMode.parse("RGB"))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("YCbCr");
    }

    @Test
    void showsItsMemoryLive() {
        byte[] pixels = new byte[12];
        PillowImage image = PillowImage.wrap(PillowMode.HSV, new ImageSize(2, 2), MemorySegment.ofArray(pixels));
        pixels[5] = 7;
        assertThat(image.buffer().get(5)).isEqualTo((byte) 7);
        image.segment().set(ValueLayout.JAVA_BYTE, 0, (byte) 9);
        assertThat(pixels[0]).isEqualTo((byte) 9);
        assertThat(image.buffer()).isSameAs(image.buffer());
        assertThat(PillowImage.of(PillowMode.HSV, image.size(), pixels)
                        .segment()
                        .heapBase()
                        .orElseThrow())
                .isNotSameAs(pixels);
    }

    @Test
    void refusesMemoryOfTheWrongLength() {
        assertThatThrownBy(() -> PillowImage.of(PillowMode.FLOAT, ONE, new byte[3]))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("4 bytes, not 3");
        assertThatThrownBy(() -> PillowImage.wrap(PillowMode.FLOAT, ONE, MemorySegment.ofArray(new float[1])))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("byte[]");
        assertThatThrownBy(() -> PillowImage.wrap(PillowMode.HSV, ONE, MemorySegment.NULL))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("3 bytes, not 0");
        assertThatThrownBy(() -> PillowImage.create(PillowMode.FLOAT, new ImageSize(65_536, 65_536)))
                .isInstanceOf(ImageFormatException.class);
    }

    @Test
    void hasAPaletteInModePOnly() {
        PillowImage indexed = PillowImage.create(PillowMode.PALETTE, ONE);
        assertThat(indexed.palette()).isEqualTo(Palette.gray());
        PillowImage colored = indexed.withPalette(Palette.ofRgb((byte) 1, (byte) 2, (byte) 3));
        assertThat(colored.palette().argb(0)).isEqualTo(0xFF010203);
        colored.segment().set(ValueLayout.JAVA_BYTE, 0, (byte) 5);
        assertThat(indexed.segment().get(ValueLayout.JAVA_BYTE, 0)).isEqualTo((byte) 5);
        PillowImage hsv = PillowImage.create(PillowMode.HSV, ONE);
        assertThatThrownBy(hsv::palette)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("HSV");
        assertThatThrownBy(() -> hsv.withPalette(Palette.web())).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void knowsTheColoursOfTheSpecification() {
        assertThat(from(PillowMode.YCBCR, 255, 0, 0)).containsExactly(76, 84, 255);
        assertThat(from(PillowMode.YCBCR, 0, 255, 0)).containsExactly(149, 43, 21);
        assertThat(from(PillowMode.YCBCR, 0, 0, 255)).containsExactly(29, 255, 107);
        assertThat(from(PillowMode.YCBCR, 10, 20, 30)).containsExactly(18, 134, 122);
        assertThat(overAndBack(PillowMode.YCBCR, 255, 255, 0)).containsExactly(253, 254, 0);
        assertThat(from(PillowMode.HSV, 10, 20, 30)).containsExactly(148, 170, 30);
        assertThat(from(PillowMode.HSV, 255, 255, 0)).containsExactly(42, 255, 255);
        assertThat(overAndBack(PillowMode.HSV, 255, 255, 0)).containsExactly(255, 252, 0);
        assertThat(from(PillowMode.LAB, 255, 0, 0)).containsExactly(138, 209, 198);
        assertThat(from(PillowMode.LAB, 128, 128, 128)).containsExactly(137, 128, 128);
        assertThat(from(PillowMode.PALETTE, 0, 0, 0)).containsExactly(0);
        assertThat(Palette.web().argb(174)).isEqualTo(0xFF6699CC);
        assertThat(Palette.web().size()).isEqualTo(226);
        Image exact = Images.filled(Mode.RGB, ONE, 100, 150, 200);
        assertThat(bytes(PillowImage.from(exact, PillowMode.PALETTE, ConvertOptions.of(Dither.NONE))))
                .containsExactly(174);
    }

    private static List<Integer> from(PillowMode mode, long... rgb) {
        return bytes(PillowImage.from(Images.filled(Mode.RGB, ONE, rgb), mode));
    }

    private static List<Integer> overAndBack(PillowMode mode, long... rgb) {
        return bytes(PillowImage.from(Images.filled(Mode.RGB, ONE, rgb), mode)
                .toImage(Mode.RGB)
                .segment());
    }

    private static List<Integer> bytes(PillowImage image) {
        return bytes(image.segment());
    }

    private static List<Integer> bytes(MemorySegment segment) {
        ByteBuffer buffer = segment.asByteBuffer();
        return IntStream.range(0, buffer.limit())
                .map(i -> buffer.get(i) & 255)
                .boxed()
                .toList();
    }

    @Test
    void dithersAFlatGrayToACheckerboard() {
        Image gray = Images.filled(Mode.L, new ImageSize(4, 4), 128);
        assertThat(bytes(PillowImage.from(gray, PillowMode.BILEVEL)))
                .containsExactly(0, 255, 0, 255, 255, 0, 255, 0, 0, 255, 0, 255, 255, 0, 255, 0);
    }

    @ParameterizedTest
    @EnumSource(PillowMode.class)
    void copiesWhatHasTheModeAlready(PillowMode mode) {
        byte[] pixels = Noise.bytes(5, (int) mode.length(new ImageSize(7, 3)));
        PillowImage image = PillowImage.of(mode, new ImageSize(7, 3), pixels);
        image.info().put("dpi", 300);
        image.info().put("transparency", 5);
        PillowImage copy = image.convert(mode);
        assertThat(copy.segment().mismatch(image.segment())).isEqualTo(-1);
        assertThat(copy.segment().heapBase()).isNotEqualTo(image.segment().heapBase());
        assertThat(copy.info()).containsOnlyKeys("transparency");
    }

    @Test
    void convertsLabToRgbOnly() {
        PillowImage lab = PillowImage.of(PillowMode.LAB, ONE, new byte[] {(byte) 138, (byte) 209, (byte) 198});
        Image rgba = lab.toImage(Mode.RGBA64);
        assertThat(rgba.component(0, 0, 3)).isEqualTo(65_535);
        assertThat(rgba.component(0, 0, 0))
                .isEqualTo(257 * lab.toImage(Mode.RGB).component(0, 0, 0));
        for (Mode mode : List.of(Mode.L, Mode.LA, Mode.CMYK, Mode.L16, Mode.L32, Mode.YV12)) {
            assertThatThrownBy(() -> lab.toImage(mode))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining("LAB")
                    .hasMessageContaining(mode.name());
        }
        for (PillowMode mode : PillowMode.all()) {
            if (mode != PillowMode.LAB) {
                assertThatThrownBy(() -> lab.convert(mode))
                        .isInstanceOf(UnsupportedOperationException.class)
                        .hasMessageContaining(mode.pilName());
            }
        }
        assertThatThrownBy(() -> lab.quantize(QuantizeOptions.of(2))).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void takesACallersOwnImage() {
        ByteBuffer buffer = ByteBuffer.wrap(new byte[] {10, 20, 30});
        ImageSource source = new ImageSource() {
            @Override
            public Mode mode() {
                return Mode.RGB;
            }

            @Override
            public ImageSize size() {
                return ONE;
            }

            @Override
            public ByteBuffer buffer() {
                return buffer;
            }
        };
        assertThat(bytes(PillowImage.from(source, PillowMode.HSV))).containsExactly(148, 170, 30);
    }

    @Test
    void leavesInfoBehind() {
        Image image = Images.filled(Mode.RGB, ONE, 1, 2, 3);
        image.info().put("dpi", 300);
        PillowImage hsv = PillowImage.from(image, PillowMode.HSV);
        assertThat(hsv.info()).isEmpty();
        hsv.info().put("dpi", 300);
        assertThat(hsv.toImage(Mode.RGB).info()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void convertsBetweenItsModesAndAllOfTheProtocol(Mode mode) {
        ImageSize size = new ImageSize(6, 4);
        Image image = Images.of(mode, size, Noise.bytes(9, (int) mode.length(size)));
        for (PillowMode wider : PillowMode.all()) {
            PillowImage there = PillowImage.from(image, wider);
            assertThat(there.mode()).isEqualTo(wider);
            assertThat(there.size()).isEqualTo(size);
            if (wider != PillowMode.LAB || mode.componentNames().contains("r")) {
                Image back = there.toImage(mode);
                assertThat(back.mode()).isEqualTo(mode);
                assertThat(back.size()).isEqualTo(size);
            }
        }
    }
}
