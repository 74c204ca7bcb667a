package dev.imagemill.imageop.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every loop against its formula, one pixel at a time. The arrays end with the run, so that a loop that went beyond would fail. */
class TripleLumaTest {
    private static final int BEFORE = 5;
    private static final byte UNTOUCHED = 77;

    private final Lanes lanes = new Lanes(Byte.SIZE, 4096);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 207, 4095, 4096})
    void agreesWithTheFormulas(int pixels) {
        byte[] from = new byte[BEFORE + 3 * pixels];
        new Random(pixels).nextBytes(from);
        ByteBuffer bytes = ByteBuffer.wrap(result(pixels)).order(ByteOrder.nativeOrder());
        TripleLuma.rounded(from, BEFORE, bytes.array(), BEFORE, pixels, lanes);
        ByteBuffer truncated = ByteBuffer.wrap(result(pixels));
        TripleLuma.truncated(from, BEFORE, truncated.array(), BEFORE, pixels, lanes);
        ByteBuffer halves = ByteBuffer.wrap(result(pixels));
        TripleLuma.upperHalf(from, BEFORE, halves.array(), BEFORE, pixels, lanes);
        ByteBuffer integers = ByteBuffer.wrap(result(4 * pixels)).order(ByteOrder.nativeOrder());
        TripleLuma.integers(from, BEFORE, integers.array(), BEFORE, pixels, lanes);
        ByteBuffer fractions = ByteBuffer.wrap(result(4 * pixels)).order(ByteOrder.nativeOrder());
        TripleLuma.fractions(from, BEFORE, fractions.array(), BEFORE, pixels);
        for (int i = 0; i < pixels; i++) {
            int red = from[BEFORE + 3 * i] & 255;
            int green = from[BEFORE + 3 * i + 1] & 255;
            int blue = from[BEFORE + 3 * i + 2] & 255;
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
