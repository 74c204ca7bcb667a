package dev.imagemill.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds blurred images against the convolution by its definition, in double precision. */
class BlurTest {
    static Stream<Arguments> cases() {
        return Stream.of(Mode.L, Mode.L16, Mode.L32, Mode.RGB, Mode.RGB48, Mode.CMYK, Mode.CMYK64)
                .flatMap(mode -> Stream.of(
                        Arguments.of(mode, 0.3, 61, 43),
                        Arguments.of(mode, 1.0, 207, 13),
                        Arguments.of(mode, 2.7, 130, 70),
                        Arguments.of(mode, 7.5, 5, 64),
                        Arguments.of(mode, 12.0, 150, 90),
                        Arguments.of(mode, 12.1, 129, 110),
                        Arguments.of(mode, 40.0, 207, 70),
                        Arguments.of(mode, 150.0, 64, 45),
                        Arguments.of(mode, 1000.0, 90, 12),
                        Arguments.of(mode, 0.6, 1, 1),
                        Arguments.of(mode, 33.0, 1, 7)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void averagesAsDefined(Mode mode, double sigma, int width, int height) {
        Image image = Noise.image(mode, width, height);
        double[] expected = ReferenceBlur.blur(image, sigma);
        // What is stated; 100,000 is 1/40000 of the range of 32 bits.
        double tolerance = sigma <= 12 ? 1.001 : mode.bitsPerComponent() == 8 ? 1.001 : mode == Mode.L32 ? 100_000 : 6;
        for (Image source : List.of(image, Noise.inNativeMemory(image))) {
            Image blurred = source.blur(sigma);
            assertThat(blurred.mode()).isEqualTo(mode);
            assertThat(ReferenceBlur.farthest(blurred, expected)).isLessThanOrEqualTo(tolerance);
        }
        assertThat(Samples.of(image)).isEqualTo(Samples.of(Noise.image(mode, width, height)));
    }

    @ParameterizedTest
    @EnumSource(names = {"LA", "LA32", "RGBA", "RGBA64"})
    void letsTransparentPixelsAddNoColour(Mode mode) {
        for (double sigma : new double[] {1.5, 9, 25}) {
            Image image = Noise.image(mode, 120, 77);
            double[] expected = ReferenceBlur.blur(image.premultiply(), sigma);
            assertThat(ReferenceBlur.farthest(image.blur(sigma).premultiply(), expected))
                    .isLessThanOrEqualTo(mode.bitsPerComponent() == 8 ? 2.5 : 5);
        }
    }

    @Test
    void keepsAColourUpToTheEdgeOfWhatIsVisible() {
        Image image = Images.filled(Mode.RGBA, new ImageSize(40, 40), 0, 255, 0, 0);
        for (int y = 0; y < 40; y++) {
            for (int x = 0; x < 20; x++) {
                image.setPixel(x, y, 200, 40, 10, 255);
            }
        }
        for (double sigma : new double[] {3, 20}) {
            Image blurred = image.blur(sigma);
            for (int x = 0; x < 24; x++) {
                assertThat(blurred.component(x, 20, 0)).isBetween(197L, 202L);
                assertThat(blurred.component(x, 20, 1)).isBetween(37L, 43L);
            }
            assertThat(blurred.component(19, 20, 3)).isBetween(127L, 145L);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"YV12", "JPEG_YV12"})
    void blursChromaByHalfTheSigma(Mode mode) {
        Image image = Noise.image(mode, 64, 46);
        Image blurred = image.blur(6);
        assertThat(Samples.of(blurred.plane("y")))
                .isEqualTo(Samples.of(image.plane("y").blur(6)));
        assertThat(Samples.of(blurred.plane("cr")))
                .isEqualTo(Samples.of(image.plane("cr").blur(3)));
        assertThat(Samples.of(blurred.plane("cb")))
                .isEqualTo(Samples.of(image.plane("cb").blur(3)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 2, 12, 12.5, 90, 1000})
    void leavesAnEvenSurfaceEven(double sigma) {
        for (Mode mode : List.of(Mode.L, Mode.RGB48, Mode.L32)) {
            long value = mode.maxValue() / 3;
            long[] values = new long[mode.components()];
            java.util.Arrays.fill(values, value);
            Image even = Images.filled(mode, new ImageSize(53, 31), values);
            assertThat(Samples.of(even.blur(sigma))).containsOnly(value);
        }
    }

    @Test
    void spreadsOnePixelSymmetrically() {
        Image dot = Images.create(Mode.L16, new ImageSize(41, 41));
        dot.setComponent(20, 20, 0, 65535);
        Image blurred = dot.blur(2);
        assertThat(Samples.of(blurred)).isEqualTo(Samples.of(blurred.rotate180()));
        assertThat(blurred.component(20, 20, 0)).isBetween(2607L, 2608L);
    }

    @Test
    void copiesAtZero() {
        Image image = Noise.image(Mode.RGB, 9, 9);
        Image copy = image.blur(0);
        assertThat(Samples.of(copy)).isEqualTo(Samples.of(image));
        assertThat(copy.segment()).isNotEqualTo(image.segment());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1000.5, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesWhatIsNoSigma(double sigma) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Noise.image(Mode.L, 3, 3).blur(sigma))
                .withMessageContaining("sigma is ");
    }

    @Test
    void allocatesNothingForALine() {
        Image low = Noise.image(Mode.L, 400, 400);
        Image high = Noise.image(Mode.L, 400, 1600);
        long more = Allocation.of(() -> high.blur(3)) - Allocation.of(() -> low.blur(3));
        assertThat(more).isLessThan(1200 * 400 + 400_000);
    }
}
