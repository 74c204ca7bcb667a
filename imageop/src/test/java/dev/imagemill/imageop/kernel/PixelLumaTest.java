package dev.imagemill.imageop.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every loop against its formula, one pixel at a time. The arrays end with the run, so that a loop that went beyond would fail. */
class PixelLumaTest {
    private static final int BEFORE = 5;
    private static final byte UNTOUCHED = 77;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 207, 4095, 4096})
    void agreesWithTheFormulas(int pixels) {
        agree(pixels, 3);
        agree(pixels, 4);
    }

    private static void agree(int pixels, int step) {
        PixelLuma luma = new PixelLuma(step, 4096);
        byte[] from = new byte[BEFORE + step * pixels];
        new Random(pixels).nextBytes(from);
        ByteBuffer bytes = ByteBuffer.wrap(result(pixels)).order(ByteOrder.nativeOrder());
        luma.rounded(from, BEFORE, bytes.array(), BEFORE, pixels);
        ByteBuffer truncated = ByteBuffer.wrap(result(pixels));
        luma.truncated(from, BEFORE, truncated.array(), BEFORE, pixels);
        ByteBuffer halves = ByteBuffer.wrap(result(pixels));
        luma.upperHalf(from, BEFORE, halves.array(), BEFORE, pixels);
        ByteBuffer integers = ByteBuffer.wrap(result(4 * pixels)).order(ByteOrder.nativeOrder());
        luma.integers(from, BEFORE, integers.array(), BEFORE, pixels);
        ByteBuffer fractions = ByteBuffer.wrap(result(4 * pixels)).order(ByteOrder.nativeOrder());
        luma.fractions(from, BEFORE, fractions.array(), BEFORE, pixels);
        for (int i = 0; i < pixels; i++) {
            int red = from[BEFORE + step * i] & 255;
            int green = from[BEFORE + step * i + 1] & 255;
            int blue = from[BEFORE + step * i + 2] & 255;
            int rounded = (19_595 * red + 38_470 * green + 7_471 * blue + 32_768) >> 16;
            int thousandths = 299 * red + 587 * green + 114 * blue;
            assertThat(bytes.get(BEFORE + i) & 255).isEqualTo(rounded);
            assertThat(truncated.get(BEFORE + i) & 255).isEqualTo(thousandths / 1000);
            assertThat(halves.get(BEFORE + i) & 255).isEqualTo(thousandths >= 128_000 ? 255 : 0);
            assertThat(integers.getInt(BEFORE + 4 * i)).isEqualTo(rounded);
            assertThat(fractions.getFloat(BEFORE + 4 * i)).isEqualTo(thousandths / 1000f);
        }
        assertThat(bytes.get(BEFORE - 1)).isEqualTo(UNTOUCHED);
    }

    private static byte[] result(int length) {
        byte[] result = new byte[BEFORE + length];
        result[BEFORE - 1] = UNTOUCHED;
        return result;
    }
}
