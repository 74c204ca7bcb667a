package dev.imagemill.imageop.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Squares of words, and pixel by pixel: the same columns, and the same rows again. */
class RowsAndColumnsTest {
    private static final int BEFORE = 5;
    private static final byte UNTOUCHED = 77;

    static Stream<Arguments> cases() {
        return Stream.of(1, 2, 3, 4, 6, 8)
                .flatMap(pixelBytes -> Stream.of(1, 3, 4, 7, 13, 64, 127)
                        .flatMap(rows ->
                                Stream.of(1, 2, 7, 8, 13, 65).map(columns -> Arguments.of(pixelBytes, rows, columns))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void laysEveryPixelOfARowInAColumn(int pixelBytes, int rows, int columns) {
        int step = columns * pixelBytes + 3;
        byte[] from = new byte[BEFORE + (rows - 1) * step + columns * pixelBytes];
        new Random(rows).nextBytes(from);
        byte[] upright = new byte[columns * RowsToColumns.STRIDE];
        RowsToColumns.lay(from, BEFORE, step, rows, columns, upright, 0, pixelBytes);
        byte[] reversed = new byte[columns * RowsToColumns.STRIDE];
        RowsToColumns.lay(from, BEFORE + (rows - 1) * step, -step, rows, columns, reversed, 0, pixelBytes);
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                byte[] pixel = pixel(from, BEFORE + y * step + x * pixelBytes, pixelBytes);
                int column = x * RowsToColumns.STRIDE;
                assertThat(pixel(upright, column + y * pixelBytes, pixelBytes)).isEqualTo(pixel);
                assertThat(pixel(reversed, column + (rows - 1 - y) * pixelBytes, pixelBytes))
                        .isEqualTo(pixel);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void laysColumnsAsRowsAndTouchesNothingBeside(int pixelBytes, int rows, int columns) {
        byte[] from = new byte[columns * RowsToColumns.STRIDE];
        new Random(columns).nextBytes(from);
        int step = columns * pixelBytes + 3;
        byte[] to = new byte[BEFORE + rows * step];
        Arrays.fill(to, UNTOUCHED);
        ColumnsToRows.lay(from, rows, columns, to, BEFORE, step, pixelBytes);
        byte[] expected = new byte[to.length];
        Arrays.fill(expected, UNTOUCHED);
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                System.arraycopy(
                        from,
                        x * RowsToColumns.STRIDE + y * pixelBytes,
                        expected,
                        BEFORE + y * step + x * pixelBytes,
                        pixelBytes);
            }
        }
        assertThat(to).isEqualTo(expected);
    }

    private static byte[] pixel(byte[] bytes, int at, int pixelBytes) {
        return Arrays.copyOfRange(bytes, at, at + pixelBytes);
    }

    @Test
    void namesPixelsThatThereAreNot() {
        byte[] bytes = new byte[RowsToColumns.STRIDE];
        assertThatThrownBy(() -> RowsToColumns.lay(bytes, 0, 5, 1, 1, bytes, 0, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5");
        assertThatThrownBy(() -> ColumnsToRows.lay(bytes, 1, 1, bytes, 0, 5, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5");
    }
}
