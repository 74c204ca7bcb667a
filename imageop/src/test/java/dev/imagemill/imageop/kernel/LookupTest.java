package dev.imagemill.imageop.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LookupTest {
    private static final int BEFORE = 5;
    private static final int AFTER = 11;

    static Stream<Arguments> cases() {
        return Stream.of(1, 7, 12, 13, 207, 4098)
                .flatMap(count -> Stream.of(1, 2, 3, 4).map(tables -> Arguments.of(count, tables)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void looksBytesUpAsOneAtATime(int count, int number) {
        Random random = new Random(count);
        byte[][] tables = new byte[number][256];
        for (byte[] table : tables) {
            random.nextBytes(table);
        }
        byte[] from = new byte[BEFORE + count + AFTER];
        random.nextBytes(from);
        byte[] expected = from.clone();
        Lookup.bytesEach(from, BEFORE, expected, BEFORE, count, tables);
        byte[] to = new byte[from.length];
        Lookup.bytes(from, BEFORE, to, BEFORE - 2, count, tables);
        assertThat(to).containsExactly(shifted(expected, count));
        Lookup.bytes(from, BEFORE, from, BEFORE, count, tables);
        assertThat(from).isEqualTo(expected);
    }

    private static byte[] shifted(byte[] samples, int count) {
        byte[] result = new byte[samples.length];
        System.arraycopy(samples, BEFORE, result, BEFORE - 2, count);
        return result;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void looksCharsUp(int count, int number) {
        Random random = new Random(count);
        char[][] tables = new char[number][65536];
        for (char[] table : tables) {
            for (int i = 0; i < table.length; i++) {
                table[i] = (char) random.nextInt();
            }
        }
        byte[] from = new byte[BEFORE + 2 * count + AFTER];
        random.nextBytes(from);
        ByteBuffer expected = ByteBuffer.wrap(from.clone()).order(ByteOrder.nativeOrder());
        for (int i = 0; i < count; i++) {
            int at = BEFORE + 2 * i;
            expected.putChar(at, tables[i % number][expected.getChar(at)]);
        }
        Lookup.chars(from, BEFORE, from, BEFORE, count, tables);
        assertThat(from).isEqualTo(expected.array());
    }

    @Test
    void refusesNumbersOfTablesThatNoModeHas() {
        byte[] samples = new byte[20];
        assertThatThrownBy(() -> Lookup.bytes(samples, 0, samples, 0, 20, new byte[5][256]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Lookup.chars(samples, 0, samples, 0, 10, new char[5][65536]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
