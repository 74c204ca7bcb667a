package dev.imagemill.imageop.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrays end with the run, so that a loop that went beyond would fail. */
class PickingTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 300})
    void picksComponents(int pixels) {
        byte[] from = new byte[4 * pixels];
        new Random(pixels).nextBytes(from);
        byte[] three = new byte[3 * pixels];
        Picking.threeOfFour(from, 0, three, 0, pixels);
        byte[] one = new byte[pixels];
        Picking.firstOfThree(three, 0, one, 0, pixels);
        byte[] halves = new byte[2 * pixels];
        Picking.firstOfTwo(from, 0, halves, 0, 2 * pixels);
        for (int i = 0; i < pixels; i++) {
            assertThat(halves[2 * i]).isEqualTo(from[4 * i]);
            assertThat(halves[2 * i + 1]).isEqualTo(from[4 * i + 2]);
            assertThat(Arrays.copyOfRange(three, 3 * i, 3 * i + 3))
                    .isEqualTo(Arrays.copyOfRange(from, 4 * i, 4 * i + 3));
            assertThat(one[i]).isEqualTo(from[4 * i]);
        }
    }
}
