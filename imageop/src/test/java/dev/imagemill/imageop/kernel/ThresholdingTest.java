package dev.imagemill.imageop.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrays end with the run, so that a loop that went beyond would fail. */
class ThresholdingTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 13, 4098})
    void makesBytesOfAllOrNothing(int count) {
        byte[] from = new byte[count];
        new Random(count).nextBytes(from);
        for (int i = 0; i < count; i += 3) {
            from[i] = (byte) (i % 2 == 0 ? 0 : i % 4 == 1 ? 1 : -128);
        }
        byte[] nonZero = new byte[count];
        Thresholding.nonZero(from, 0, nonZero, 0, count);
        byte[] upperHalf = new byte[count];
        Thresholding.upperHalf(from, 0, upperHalf, 0, count);
        for (int i = 0; i < count; i++) {
            assertThat(nonZero[i]).isEqualTo((byte) (from[i] == 0 ? 0 : 255));
            assertThat(upperHalf[i]).isEqualTo((byte) ((from[i] & 255) < 128 ? 0 : 255));
        }
    }
}
