package dev.imagemill.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SharpeningTest {
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"YV12", "JPEG_YV12"})
    void movesEverySampleButAlphaAwayFromTheBlurred(Mode mode) {
        for (double[] how : new double[][] {{1, 1, 0}, {2.5, 0.37, 0.02}, {4, 3.25, 0.1}, {1, 0, 0}}) {
            Image image = Noise.image(mode, 131, 77);
            long[] expected = sharpened(image, image.blur(how[0]), how[1], how[2] * mode.maxValue());
            for (Image source : Everywhere.copies(image)) {
                assertThat(Samples.of(source.sharpen(how[0], how[1], how[2]))).isEqualTo(expected);
                assertThat(Samples.of(source)).isEqualTo(Samples.of(image));
            }
        }
    }

    /** The definition, sample by sample. */
    private static long[] sharpened(Image image, Image blurred, double amount, double threshold) {
        long[] samples = Samples.of(image);
        long[] around = Samples.of(blurred);
        int step = image.components();
        int colors = image.mode().hasAlpha() ? step - 1 : step;
        for (int i = 0; i < samples.length; i++) {
            long difference = samples[i] - around[i];
            if (i % step < colors && Math.abs(difference) > threshold) {
                double sharp = Math.floor(samples[i] + amount * difference + 0.5);
                samples[i] = Math.clamp((long) sharp, 0, image.mode().maxValue());
            }
        }
        return samples;
    }

    @ParameterizedTest
    @EnumSource(names = {"YV12", "JPEG_YV12"})
    void leavesChromaAsItIs(Mode mode) {
        Image image = Noise.image(mode, 64, 46);
        Image sharp = image.sharpen(1.5, 2, 0.01);
        assertThat(Samples.of(sharp.plane("y")))
                .isEqualTo(Samples.of(image.plane("y").sharpen(1.5, 2, 0.01)));
        assertThat(Samples.of(sharp.plane("cr"))).isEqualTo(Samples.of(image.plane("cr")));
        assertThat(Samples.of(sharp.plane("cb"))).isEqualTo(Samples.of(image.plane("cb")));
    }

    @Test
    void steepensAnEdgeAndOvershoots() {
        Image edge = Images.create(Mode.L, new ImageSize(40, 3));
        for (int x = 0; x < 40; x++) {
            for (int y = 0; y < 3; y++) {
                edge.setComponent(x, y, 0, x < 20 ? 80 : 160);
            }
        }
        Image sharp = edge.sharpen(2, 1, 0);
        assertThat(sharp.component(19, 1, 0)).isBetween(45L, 55L);
        assertThat(sharp.component(20, 1, 0)).isBetween(185L, 195L);
        assertThat(sharp.component(2, 1, 0)).isEqualTo(80);
        assertThat(Samples.of(edge.sharpen(2, 1, 0.5))).isEqualTo(Samples.of(edge));
    }

    @Test
    void refusesWhatHasNoMeaning() {
        Image image = Noise.image(Mode.L, 3, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> image.sharpen(1, -0.1, 0))
                .withMessageContaining("amount is -0.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> image.sharpen(1, Double.POSITIVE_INFINITY, 0))
                .withMessageContaining("amount");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> image.sharpen(1, 1, 1.1))
                .withMessageContaining("threshold is 1.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> image.sharpen(-1, 1, 0))
                .withMessageContaining("sigma is -1");
    }
}
