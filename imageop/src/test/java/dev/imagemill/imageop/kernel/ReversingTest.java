package dev.imagemill.imageop.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words at a time, and pixels at a time: the same bytes, and none beside them. */
class ReversingTest {
    private static final int BEFORE = 5;
    private static final int AFTER = 11;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 6, 8})
    void reversesAsOnePixelAtATime(int pixelBytes) {
        Random random = new Random(pixelBytes);
        IntStream lengths = IntStream.concat(IntStream.rangeClosed(0, 70), IntStream.of(207, 2047, 2048, 2049, 4098));
        lengths.forEach(pixels -> {
            byte[] from = new byte[pixels * pixelBytes + BEFORE];
            random.nextBytes(from);
            byte[] to = new byte[BEFORE + pixels * pixelBytes + AFTER];
            byte[] expected = to.clone();
            for (int i = 0; i < pixels; i++) {
                int last = BEFORE + (pixels - 1 - i) * pixelBytes;
                System.arraycopy(from, last, expected, BEFORE + i * pixelBytes, pixelBytes);
            }
            Reversing.reverse(from, BEFORE, to, BEFORE, pixels, pixelBytes, new long[Reversing.SCRATCH]);
            assertThat(to).as("%d pixels", pixels).isEqualTo(expected);
        });
    }

    @Test
    void refusesPixelsThatNoModeHas() {
        assertThatThrownBy(() -> Reversing.reverse(new byte[5], 0, new byte[5], 0, 1, 5, new long[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
