package dev.imagemill.imageop.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpandingTest {
    private static final int PIXELS = 515;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 6, 8})
    void writesAnEntryForEveryByteAndNothingElse(int bytes) {
        byte[] table = new byte[256 * bytes];
        new Random(bytes).nextBytes(table);
        byte[] from = new byte[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            from[i] = (byte) (7 * i);
        }
        for (int count : new int[] {1, 2, 256, PIXELS - 3}) {
            byte[] expected = new byte[PIXELS * bytes + 9];
            for (int i = 0; i < count; i++) {
                System.arraycopy(table, (from[3 + i] & 255) * bytes, expected, 5 + i * bytes, bytes);
            }
            byte[] to = new byte[expected.length];
            new Expanding(table).apply(from, 3, to, 5, count);
            assertThat(to).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 6})
    void choosesBetweenTwoEntries(int bytes) {
        byte[] table = new byte[256 * bytes];
        for (int i = 0; i < table.length; i++) {
            table[i] = (byte) (i < bytes ? -10 - i : 20 + i % bytes);
        }
        byte[] from = new byte[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            from[i] = (byte) (i % 3 == 0 || i % 7 == 0 ? 0 : i);
        }
        for (int count : new int[] {1, 2, 3, 4, 5, PIXELS}) {
            byte[] expected = new byte[count * bytes];
            for (int i = 0; i < count; i++) {
                System.arraycopy(table, (from[i] & 255) * bytes, expected, i * bytes, bytes);
            }
            byte[] to = new byte[expected.length];
            new Expanding(table).apply(from, 0, to, 0, count);
            assertThat(to).isEqualTo(expected);
        }
    }
}
