package dev.imagemill.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ModeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    L      | l       |  8 | 1 | 255        | 0   | false
                    L16    | l       | 16 | 2 | 65535      | 0   | false
                    L32    | l       | 32 | 4 | 4294967295 | 0   | false
                    LA     | l,a     |  8 | 2 | 255        | 0   | true
                    LA32   | l,a     | 16 | 4 | 65535      | 0   | true
                    RGB    | r,g,b   |  8 | 3 | 255        | 0   | false
                    RGB48  | r,g,b   | 16 | 6 | 65535      | 0   | false
                    RGBA   | r,g,b,a |  8 | 4 | 255        | 0   | true
                    RGBA64 | r,g,b,a | 16 | 8 | 65535      | 0   | true
                    CMYK   | c,m,y,k |  8 | 4 | 255        | 255 | false
                    CMYK64 | c,m,y,k | 16 | 8 | 65535      | 255 | false
                    """)
    void describesInterleavedModes(
            Mode mode, String names, int bits, int bytesPerPixel, long max, int initialByte, boolean alpha) {
        List<String> components = List.of(names.split(",", -1));
        assertThat(mode.componentNames()).isEqualTo(components);
        assertThat(mode.components()).isEqualTo(components.size());
        assertThat(mode.bitsPerComponent()).isEqualTo(bits);
        assertThat(mode.bytesPerComponent()).isEqualTo(bits / 8);
        assertThat(mode.bytesPerPixel()).isEqualTo(bytesPerPixel);
        assertThat(mode.planar()).isFalse();
        assertThat(mode.subsampling()).hasSize(components.size()).containsOnly(new Subsampling(1, 1));
        assertThat(mode.xDivisor()).isEqualTo(1);
        assertThat(mode.yDivisor()).isEqualTo(1);
        assertThat(mode.intervals()).hasSize(components.size()).containsOnly(new Interval(0, max));
        assertThat(mode.initialByte()).isEqualTo(initialByte);
        assertThat(mode.hasAlpha()).isEqualTo(alpha);
        assertThat(mode.length(7, 5)).isEqualTo(35L * bytesPerPixel);
        assertThat(mode.length(new ImageSize(7, 5))).isEqualTo(35L * bytesPerPixel);
    }

    @ParameterizedTest
    @EnumSource(names = {"YV12", "JPEG_YV12"})
    void describesPlanarModes(Mode mode) {
        assertThat(mode.componentNames()).containsExactly("y", "cr", "cb");
        assertThat(mode.components()).isEqualTo(3);
        assertThat(mode.bitsPerComponent()).isEqualTo(8);
        assertThat(mode.planar()).isTrue();
        assertThat(mode.hasAlpha()).isFalse();
        assertThat(mode.subsampling())
                .containsExactly(new Subsampling(1, 1), new Subsampling(2, 2), new Subsampling(2, 2));
        assertThat(mode.xDivisor()).isEqualTo(2);
        assertThat(mode.yDivisor()).isEqualTo(2);
        assertThat(mode.length(6, 4)).isEqualTo(36);
        assertThatThrownBy(mode::bytesPerPixel)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining(mode.name());
    }

    @Test
    void keepsStudioLevelsApartFromFullOnes() {
        assertThat(Mode.YV12.intervals())
                .containsExactly(new Interval(16, 235), new Interval(16, 240), new Interval(16, 240));
        assertThat(Mode.JPEG_YV12.intervals()).hasSize(3).containsOnly(new Interval(0, 255));
        assertThat(Mode.YV12.initialByte()).isEqualTo(16);
        assertThat(Mode.JPEG_YV12.initialByte()).isZero();
    }

    @Test
    void hasThirteenModes() {
        assertThat(Mode.all())
                .extracting(Mode::name)
                .containsExactlyInAnyOrder(
                        "L",
                        "L16",
                        "L32",
                        "LA",
                        "LA32",
                        "RGB",
                        "RGB48",
                        "RGBA",
                        "RGBA64",
                        "YV12",
                        "JPEG_YV12",
                        "CMYK",
                        "CMYK64");
    }

    @Test
    void namesTheAverageNumberOfBits() {
        assertThat(Mode.YV12.length(16, 16) * 8 / 256).isEqualTo(12);
        assertThat(Mode.RGBA64.bytesPerPixel() * 8).isEqualTo(64);
        assertThat(Mode.LA32.bytesPerPixel() * 8).isEqualTo(32);
    }

    @ParameterizedTest
    @EnumSource
    void parsesItsOwnNames(Mode mode) {
        assertThat(Mode.parse(mode.name())).isSameAs(mode);
        assertThat(Mode.parse(mode.pilName())).isSameAs(mode);
    }

    @Test
    void knowsL32AsPilsI() {
        assertThat(Mode.parse("I")).isSameAs(Mode.L32);
        assertThat(Mode.L32.pilName()).isEqualTo("I");
        assertThatThrownBy(() -> Mode.parse("rgb"))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("'rgb'");
    }

    @Test
    void refusesLengthsOfImpossibleSizes() {
        assertThatThrownBy(() -> Mode.L.length(0, 1)).isInstanceOf(ImageFormatException.class);
        assertThatThrownBy(() -> Mode.L.length(1, -1)).isInstanceOf(ImageFormatException.class);
        assertThatThrownBy(() -> Mode.YV12.length(3, 2)).isInstanceOf(ImageFormatException.class);
        assertThatThrownBy(() -> Mode.JPEG_YV12.length(2, 3)).isInstanceOf(ImageFormatException.class);
        assertThatThrownBy(() -> Mode.RGBA64.length(Integer.MAX_VALUE, Integer.MAX_VALUE))
                .isInstanceOf(ImageFormatException.class);
        assertThat(Mode.RGB.length(65_500, 65_500)).isEqualTo(3L * 65_500 * 65_500);
    }
}
