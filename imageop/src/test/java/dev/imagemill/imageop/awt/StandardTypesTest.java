package dev.imagemill.imageop.awt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.Mode;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every standard type both ways; {@code getRGB} and {@code setRGB} are the oracle for all but grey. */
class StandardTypesTest {
    static Stream<Integer> types() {
        return Rasters.STANDARD_TYPES.stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void readsEveryTypeAsJavaDoes(int type) {
        BufferedImage image = Rasters.standard(type, 67, 45);
        assertSamePixels(image);
        assertSamePixels(image.getSubimage(5, 3, 31, 17));
        assertSamePixels(image.getSubimage(0, 7, 67, 9));
        assertSamePixels(image.getSubimage(9, 2, 50, 40).getSubimage(7, 11, 13, 1));
        assertSamePixels(Rasters.standard(type, 1, 1));
    }

    private static void assertSamePixels(BufferedImage image) {
        Image read = BufferedImages.toImage(image);
        assertThat(read.mode()).isEqualTo(mode(image));
        // Java divides premultiplied bytes in single precision, where a half may fall below itself; packed ones it
        // divides exactly.
        BufferedImage exact = image.getType() == BufferedImage.TYPE_4BYTE_ABGR_PRE ? packed(image) : image;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (Rasters.gray(image.getType())) {
                    assertThat(read.component(x, y, 0))
                            .isEqualTo(image.getRaster().getSample(x, y, 0));
                } else if (Rasters.argb(read, x, y) != exact.getRGB(x, y)) {
                    assertThat(Integer.toHexString(Rasters.argb(read, x, y)))
                            .as("pixel %s %s of type %s", x, y, image.getType())
                            .isEqualTo(Integer.toHexString(exact.getRGB(x, y)));
                }
            }
        }
    }

    private static BufferedImage packed(BufferedImage image) {
        BufferedImage packed = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB_PRE);
        packed.getRaster().setPixels(0, 0, image.getWidth(), image.getHeight(), samples(image));
        return packed;
    }

    private static Mode mode(BufferedImage image) {
        return switch (image.getType()) {
            case BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_BYTE_BINARY -> Mode.L;
            case BufferedImage.TYPE_USHORT_GRAY -> Mode.L16;
            default -> image.getColorModel().hasAlpha() ? Mode.RGBA : Mode.RGB;
        };
    }

    @ParameterizedTest
    @MethodSource("types")
    void writesEveryTypeAsJavaDoes(int type) {
        Image rgba = Rasters.noise(Mode.RGBA, 67, 45);
        for (Image source :
                List.of(rgba, Rasters.inNativeMemory(rgba), rgba.convert(Mode.RGB), rgba.convert(Mode.LA))) {
            BufferedImage written = BufferedImages.toBufferedImage(source, type);
            assertThat(written.getType()).isEqualTo(type);
            BufferedImage expected = new BufferedImage(67, 45, type);
            Mode mode = mode(expected);
            Image converted = source.convert(
                    Rasters.gray(type) ? mode : expected.getColorModel().hasAlpha() ? Mode.RGBA : Mode.RGB);
            for (int y = 0; y < 45; y++) {
                for (int x = 0; x < 67; x++) {
                    if (Rasters.gray(type)) {
                        expected.getRaster().setSample(x, y, 0, (int) converted.component(x, y, 0));
                    } else {
                        expected.setRGB(x, y, Rasters.argb(converted, x, y));
                    }
                }
            }
            assertThat(samples(written)).isEqualTo(samples(expected));
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void getsBackWhatItWrote(int type) {
        BufferedImage image = Rasters.standard(type, 67, 45);
        Image read = BufferedImages.toImage(image);
        Image again = BufferedImages.toImage(BufferedImages.toBufferedImage(read, type));
        assertThat(Rasters.bytes(again)).isEqualTo(Rasters.bytes(read));
        // Java's palette has some colours twice.
        if (!image.isAlphaPremultiplied() && type != BufferedImage.TYPE_BYTE_INDEXED) {
            assertThat(samples(BufferedImages.toBufferedImage(read, type))).isEqualTo(samples(image));
        }
    }

    @Test
    void keepsPremultipliedSamples() {
        // Under alpha 0 there is no colour to keep.
        BufferedImage image = Rasters.standard(BufferedImage.TYPE_INT_ARGB_PRE, 300, 200);
        Image read = BufferedImages.toImage(image);
        assertThat(samples(BufferedImages.toBufferedImage(read, BufferedImage.TYPE_INT_ARGB_PRE)))
                .isEqualTo(samples(image));
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_INT_ARGB_PRE, BufferedImage.TYPE_4BYTE_ABGR_PRE})
    void clipsColoursAboveTheirAlpha(int type) {
        BufferedImage image = new BufferedImage(3, 1, type);
        image.getRaster().setPixel(0, 0, new int[] {101, 100, 99, 100});
        image.getRaster().setPixel(1, 0, new int[] {200, 0, 1, 0});
        image.getRaster().setPixel(2, 0, new int[] {200, 0, 1, 255});
        Image read = BufferedImages.toImage(image);
        assertThat(Rasters.bytes(read)).containsExactly(255, 255, 252, 100, 0, 0, 0, 0, 200, 0, 1, 255);
    }

    @Test
    void copiesGreyWithoutJavasGamma() {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(0, 0, 0, 128);
        assertThat(image.getRGB(0, 0) & 255).isEqualTo(188);
        Image read = BufferedImages.toImage(image);
        assertThat(read.component(0, 0, 0)).isEqualTo(128);
        assertThat(BufferedImages.toBufferedImage(read).getRaster().getSample(0, 0, 0))
                .isEqualTo(128);
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_CUSTOM, 14, -1})
    void refusesTypesThatAreNotStandard(int type) {
        Image image = Rasters.noise(Mode.RGB, 2, 2);
        assertThatThrownBy(() -> BufferedImages.toBufferedImage(image, type))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("number " + type);
    }

    private static int[] samples(BufferedImage image) {
        return image.getRaster().getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
    }
}
