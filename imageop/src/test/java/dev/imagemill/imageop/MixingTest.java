package dev.imagemill.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MixingTest {
    private static final double[] SEPIA = {0.393, 0.769, 0.189, 0.349, 0.686, 0.168, 0.272, 0.534, 0.131};

    @ParameterizedTest
    @EnumSource(names = {"RGB", "RGB48", "RGBA", "RGBA64"})
    void addsUpWeighedColorsInEveryMemory(Mode mode) {
        Random random = new Random(7);
        for (int[] size : new int[][] {{1, 1}, {7, 3}, {131, 77}}) {
            Image image = Noise.image(mode, size[0], size[1]);
            double[] matrix = random.doubles(12, -1.5, 1.5).toArray();
            long[] expected = mixed(image, matrix);
            for (Image copy : Everywhere.copies(image)) {
                assertThat(Samples.of(copy.mix(matrix))).isEqualTo(expected);
                assertThat(Samples.of(copy)).isEqualTo(Samples.of(image));
            }
        }
    }

    /** The definition, sample by sample. */
    private static long[] mixed(Image image, double... matrix) {
        long[] samples = Samples.of(image);
        long[] result = samples.clone();
        int step = image.components();
        long max = image.mode().maxValue();
        for (int i = 0; i < samples.length; i++) {
            int row = i % step;
            if (row < 3) {
                int pixel = i - row;
                double sum = matrix[4 * row] * samples[pixel]
                        + matrix[4 * row + 1] * samples[pixel + 1]
                        + matrix[4 * row + 2] * samples[pixel + 2]
                        + matrix[4 * row + 3] * max;
                result[i] = Math.clamp((long) Math.floor(sum + 0.5), 0, max);
            }
        }
        return result;
    }

    @Test
    void turnsAPhotographBrown() {
        Image image = Images.filled(Mode.RGB, new ImageSize(2, 1), 200, 100, 50);
        assertThat(Samples.of(image.mix(SEPIA))).startsWith(165, 147, 114);
        assertThat(Samples.of(Images.filled(Mode.RGB, new ImageSize(1, 1), 255, 255, 255)
                        .mix(SEPIA)))
                .containsExactly(255, 255, 239);
    }

    @Test
    void changesNothingByTheIdentityAndEverythingByOffsets() {
        Image image = Noise.image(Mode.RGBA64, 33, 5);
        assertThat(Samples.of(image.mix(1, 0, 0, 0, 1, 0, 0, 0, 1))).isEqualTo(Samples.of(image));
        Image turned = image.mix(-1, 0, 0, 1, 0, -1, 0, 1, 0, 0, -1, 1);
        assertThat(Samples.of(turned))
                .isEqualTo(Samples.of(image.point(v -> 65535 - v, v -> 65535 - v, v -> 65535 - v, v -> v)));
    }

    @Test
    void roundsHalvesUpAndLimits() {
        Image image = Images.filled(Mode.RGB, new ImageSize(1, 1), 1, 3, 255);
        assertThat(Samples.of(image.mix(0.5, 0, 0, 0, 0.5, 0, 0, 0, 100))).containsExactly(1, 2, 255);
        assertThat(Samples.of(image.mix(-0.5, 0, 0, -0.6, 0, 0, 0, -1e300, 1e300)))
                .containsExactly(0, 0, 255);
    }

    @Test
    void refusesWhatIsNoMatrix() {
        Image image = Noise.image(Mode.RGB, 3, 3);
        assertThatThrownBy(() -> image.mix(new double[10]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("9 or 12 numbers, not 10");
        double[] unbounded = new double[9];
        Arrays.fill(unbounded, Double.NaN);
        assertThatThrownBy(() -> image.mix(unbounded)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"RGB", "RGB48", "RGBA", "RGBA64"})
    void refusesModesWithoutRedGreenAndBlue(Mode mode) {
        assertThatThrownBy(() -> Noise.image(mode, 4, 4).mix(SEPIA))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining(mode.name());
    }
}
