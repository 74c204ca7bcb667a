package dev.imagemill.imageop.pillow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import dev.imagemill.imageop.Noise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dither and its absence against loops that do one pixel after the other and nothing clever. */
class DitherTest {
    @Test
    void withoutDitherGrayIsCutInTheMiddle() {
        byte[] ramp = new byte[256];
        byte[] expected = new byte[256];
        for (int v = 0; v < 256; v++) {
            ramp[v] = (byte) v;
            expected[v] = (byte) (v >= 128 ? 255 : 0);
        }
        Image image = Images.of(Mode.L, new ImageSize(16, 16), ramp);
        assertThat(bytes(PillowImage.from(image, PillowMode.BILEVEL, ConvertOptions.of(Dither.NONE))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 9", "2, 3", "3, 2", "7, 5", "64, 33", "207, 8"})
    void diffusesAsOnePixelAfterTheOtherDoes(int width, int height) {
        byte[] gray = Noise.bytes(31L * width + height, width * height);
        Image image = Images.of(Mode.L, new ImageSize(width, height), gray);
        assertThat(bytes(PillowImage.from(image, PillowMode.BILEVEL))).isEqualTo(diffused(gray, width, height));
    }

    /** Errors in sixteenths, which C's division truncates towards zero. */
    private static byte[] diffused(byte[] gray, int width, int height) {
        byte[] result = new byte[gray.length];
        int[][] errors = new int[height + 1][width + 2];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int level = Math.clamp((gray[y * width + x] & 255) + errors[y][x + 1] / 16, 0, 255);
                int white = level > 128 ? 255 : 0;
                result[y * width + x] = (byte) white;
                int error = level - white;
                errors[y][x + 2] += 7 * error;
                errors[y + 1][x] += 3 * error;
                errors[y + 1][x + 1] += 5 * error;
                errors[y + 1][x + 2] += error;
            }
        }
        return result;
    }

    @Test
    void withoutDitherEveryPixelTakesTheNearestColor() {
        ImageSize size = new ImageSize(64, 16);
        Palette palette = Palette.ofRgb(Noise.bytes(11, 3 * 200));
        for (Palette each :
                new Palette[] {palette, Palette.web(), Palette.gray(), Palette.ofRgb((byte) 1, (byte) 2, (byte) 3)}) {
            byte[] rgb = Noise.bytes(12, 3 * 1024);
            for (int i = 0; i < rgb.length; i++) {
                rgb[i] &= (byte) 0xFC; // all colours of a cell of four levels are the same
            }
            PillowImage mapped = PillowImage.quantize(Images.of(Mode.RGB, size, rgb), each, Dither.NONE);
            byte[] expected = new byte[1024];
            for (int i = 0; i < expected.length; i++) {
                expected[i] = (byte) nearest(each, rgb[3 * i] & 255, rgb[3 * i + 1] & 255, rgb[3 * i + 2] & 255);
            }
            assertThat(bytes(mapped)).isEqualTo(expected);
        }
    }

    /** The first of the nearest. */
    private static int nearest(Palette palette, int red, int green, int blue) {
        int best = 0;
        int shortest = Integer.MAX_VALUE;
        for (int i = 0; i < palette.size(); i++) {
            int r = ((palette.argb(i) >> 16) & 255) - red;
            int g = ((palette.argb(i) >> 8) & 255) - green;
            int b = (palette.argb(i) & 255) - blue;
            if (r * r + g * g + b * b < shortest) {
                shortest = r * r + g * g + b * b;
                best = i;
            }
        }
        return best;
    }

    @Test
    void indexesSurviveTheWayOverColors() {
        ImageSize size = new ImageSize(61, 37);
        byte[] rgb = new byte[3 * 256];
        for (int i = 0; i < 256; i++) { // all in cells of their own, in no order
            rgb[3 * i] = (byte) (4 * (i * 37 % 64));
            rgb[3 * i + 1] = (byte) (i / 64 * 64);
            rgb[3 * i + 2] = (byte) (4 * (i * 11 % 64));
        }
        Palette palette = Palette.ofRgb(rgb);
        byte[] indexes = Noise.bytes(3, (int) size.pixels());
        PillowImage image = PillowImage.of(PillowMode.PALETTE, size, indexes).withPalette(palette);
        Image colors = image.toImage(Mode.RGB);
        for (Dither dither : Dither.values()) {
            PillowImage back = PillowImage.quantize(colors, palette, dither);
            assertThat(bytes(back)).isEqualTo(indexes);
            assertThat(back.palette()).isEqualTo(palette);
        }
        PillowImage picked = PillowImage.quantize(colors, QuantizeOptions.of(256));
        assertThat(picked.toImage(Mode.RGB).segment().mismatch(colors.segment()))
                .isEqualTo(-1);
    }

    @Test
    void whatHasTheColorsOfThePaletteIsNotDithered() {
        byte[] indexes = new byte[216];
        for (int i = 0; i < indexes.length; i++) {
            indexes[i] = (byte) (i == 0 ? 0 : 10 + i); // black is the first of ten
        }
        PillowImage cube = PillowImage.of(PillowMode.PALETTE, new ImageSize(36, 6), indexes)
                .withPalette(Palette.web());
        assertThat(bytes(PillowImage.from(cube.toImage(Mode.RGB), PillowMode.PALETTE)))
                .isEqualTo(indexes);
    }

    private static byte[] bytes(PillowImage image) {
        byte[] bytes = new byte[image.buffer().limit()];
        image.buffer().get(0, bytes);
        return bytes;
    }
}
