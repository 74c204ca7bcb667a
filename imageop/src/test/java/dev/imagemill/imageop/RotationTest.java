package dev.imagemill.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RotationTest {
    private static final ImageSize SIZE = new ImageSize(64, 48);

    /** Waves long enough that cubic interpolation knows them to a fraction of a level. */
    private static double wave(double x, double y) {
        return 128 + 60 * Math.sin(x / 11) + 50 * Math.cos(y / 13);
    }

    private static Image waves(Mode mode, ImageSize size) {
        Image image = Images.create(mode, size);
        double unit = mode.maxValue() / 255.0;
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                for (int c = 0; c < mode.components(); c++) {
                    image.setComponent(x, y, c, Math.round(wave(x + c, y) * unit));
                }
            }
        }
        return image;
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 30, 45, 89.5, 123.4, 200, 271, -17})
    void looksUpEveryPixelWhereItCameFrom(double degrees) {
        for (Mode mode : new Mode[] {Mode.L, Mode.RGB, Mode.CMYK, Mode.L16, Mode.RGB48}) {
            Image source = waves(mode, SIZE);
            Image result = source.rotate(degrees, new long[mode.components()]);
            double unit = mode.maxValue() / 255.0;
            double angle = Math.toRadians(degrees);
            int compared = 0;
            for (int y = 0; y < result.size().height(); y++) {
                for (int x = 0; x < result.size().width(); x++) {
                    double dx = x - (result.size().width() - 1) / 2.0;
                    double dy = y - (result.size().height() - 1) / 2.0;
                    double sx = dx * Math.cos(angle) - dy * Math.sin(angle) + 31.5;
                    double sy = dx * Math.sin(angle) + dy * Math.cos(angle) + 23.5;
                    if (sx < 2 || sy < 2 || sx > 61 || sy > 45) {
                        continue;
                    }
                    compared++;
                    for (int c = 0; c < mode.components(); c++) {
                        double expected = wave(sx + c, sy) * unit;
                        assertThat((double) result.component(x, y, c))
                                .isBetween(expected - 1.2 * unit, expected + 1.2 * unit);
                    }
                }
            }
            assertThat(compared).isGreaterThan(2000);
        }
    }

    @Test
    void turnsCounterclockwise() {
        Image source = Images.filled(Mode.L, new ImageSize(41, 41), 0);
        source.setComponent(40, 20, 0, 255);
        Image result = source.rotate(45, 0);
        ImageSize size = result.size();
        long brightest = 0;
        int atX = 0;
        int atY = 0;
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                if (result.component(x, y, 0) > brightest) {
                    brightest = result.component(x, y, 0);
                    atX = x;
                    atY = y;
                }
            }
        }
        assertThat(atX).as("to the right of the centre").isGreaterThan(size.width() / 2 + 10);
        assertThat(atY).as("above the centre").isLessThan(size.height() / 2 - 10);
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"L", "LA", "RGB", "RGBA", "CMYK", "L16", "LA32", "RGB48", "RGBA64", "CMYK64"})
    void keepsQuartersExact(Mode mode) {
        Image source = Images.of(mode, SIZE, Noise.bytes(3, (int) mode.length(SIZE)));
        long[] black = new long[mode.components()];
        assertThat(source.rotate(90, black).segment().mismatch(source.rotate90().segment()))
                .isEqualTo(-1);
        assertThat(source.rotate(-180, black)
                        .segment()
                        .mismatch(source.rotate180().segment()))
                .isEqualTo(-1);
        assertThat(source.rotate(630, black)
                        .segment()
                        .mismatch(source.rotate270().segment()))
                .isEqualTo(-1);
        assertThat(source.rotate(0, black).segment().mismatch(source.segment())).isEqualTo(-1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"L", "LA", "RGB", "RGBA", "CMYK", "L16", "LA32", "RGB48", "RGBA64", "CMYK64"})
    void cannotBeSeenOnItsOwnColor(Mode mode) {
        long[] color = new long[mode.components()];
        for (int c = 0; c < color.length; c++) {
            color[c] = mode.hasAlpha() && c == color.length - 1 ? mode.maxValue() : mode.maxValue() * (c + 1) / 7;
        }
        Image result = Images.filled(mode, SIZE, color).rotate(33, color);
        Image expected = Images.filled(mode, result.size(), color);
        assertThat(result.segment().mismatch(expected.segment())).isEqualTo(-1);
    }

    @Test
    void lendsNoColorFromTransparentBackground() {
        Image result = Images.filled(Mode.RGBA, SIZE, 200, 100, 50, 255).rotate(20, 0, 255, 0, 0);
        for (int y = 0; y < result.size().height(); y++) {
            for (int x = 0; x < result.size().width(); x++) {
                if (result.component(x, y, 3) > 32) {
                    assertThat(result.component(x, y, 0)).isBetween(192L, 208L);
                    assertThat(result.component(x, y, 1)).isBetween(92L, 108L);
                }
            }
        }
        assertThat(result.component(0, 0, 3)).isZero();
    }

    @Test
    void readsNativeMemoryToo() {
        Image source = Images.of(Mode.RGB, SIZE, Noise.bytes(8, 64 * 48 * 3));
        Image fromNative = Noise.inNativeMemory(source).rotate(12, 1, 2, 3);
        assertThat(fromNative.segment().mismatch(source.rotate(12, 1, 2, 3).segment()))
                .isEqualTo(-1);
    }

    @Test
    void holdsTheWholePicture() {
        Image source = Images.create(Mode.L, new ImageSize(300, 200));
        assertThat(source.rotate(45, 0).size()).isEqualTo(new ImageSize(354, 354));
        assertThat(source.rotate(30, 0).size()).isEqualTo(new ImageSize(360, 324));
        assertThat(source.rotate(-30, 0).size()).isEqualTo(new ImageSize(360, 324));
    }

    @Test
    void refusesWhatItCannotTurn() {
        Image gray = Images.create(Mode.L, SIZE);
        assertThatThrownBy(() -> gray.rotate(Double.NaN, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> gray.rotate(10)).isInstanceOf(ImageFormatException.class);
        assertThatThrownBy(() -> gray.rotate(10, 256)).isInstanceOf(ImageFormatException.class);
        Image planar = Images.create(Mode.YV12, SIZE);
        assertThatThrownBy(() -> planar.rotate(10, 16, 128, 128)).isInstanceOf(UnsupportedOperationException.class);
    }
}
