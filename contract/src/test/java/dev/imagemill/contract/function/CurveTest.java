package dev.imagemill.contract.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurveTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            invert               | 0, 100, 255    | 255, 155, 0
            gamma(1)             | 0, 100, 255    | 0, 100, 255
            gamma(2.2)           | 0, 100, 255    | 0, 166.6284633730, 255
            gamma(0.5)           | 0, 100, 255    | 0, 39.2156862745, 255
            threshold(0.5)       | 127, 128, 255  | 0, 255, 255
            threshold(0)         | 0, 1, 255      | 255, 255, 255
            threshold(1)         | 0, 254, 255    | 0, 0, 255
            levels(0.2, 0.6)     | 51, 102, 153   | 0, 127.5, 255
            levels(0.2, 0.6)     | 0, 50, 200     | 0, 0, 255
            levels(0, 1, 2)      | 0, 63.75, 255  | 0, 127.5, 255
            posterize(2)         | 0, 127, 128    | 0, 0, 255
            posterize(4)         | 63, 64, 255    | 0, 85, 255
            posterize(256)       | 0, 100, 255    | 0, 100, 255
            """)
    void hasTheValuesOfItsDefinition(String text, String arguments, String values) {
        double[] expected = numbers(values);
        double[] at = numbers(arguments);
        for (int i = 0; i < at.length; i++) {
            assertThat(TextFunction.parse(text).apply(at[i], 255)).isCloseTo(expected[i], within(1e-9));
            assertThat(TextFunction.parse(text).apply(at[i] * 257, 65535)).isCloseTo(expected[i] * 257, within(1e-6));
        }
    }

    private static double[] numbers(String text) {
        return List.of(text.split(", *", -1)).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    @Test
    void cutsTheRangeIntoEqualPartsAtEveryDepth() {
        Curve posterize = new Curve.Posterize(3);
        for (double max : new double[] {255, 65535, 4294967295.0}) {
            assertThat(posterize.apply(0, max)).isZero();
            assertThat(posterize.apply(Math.floor((max + 1) / 3), max)).isZero();
            assertThat(posterize.apply(Math.ceil((max + 1) / 3), max)).isEqualTo(max / 2);
            assertThat(posterize.apply(max, max)).isEqualTo(max);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ' invert '            | invert
            gamma( 2.20 )         | gamma(2.2)
            threshold(0.50)       | threshold(0.5)
            levels(0.1, 0.9, 1.0) | levels(0.1,0.9)
            levels(0.1, 0.9, 1.5) | levels(0.1,0.9,1.5)
            posterize(4.0)        | posterize(4)
            """)
    void hasOneText(String text, String canonical) {
        assertThat(TextFunction.parse(text).text()).isEqualTo(canonical);
        assertThat(TextFunction.parse(canonical)).isEqualTo(TextFunction.parse(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gamma               | unknown name gamma
            gamma()             | expected a number
            gamma(1, 2)         | gamma takes 1 number, not 2
            gamma(0.05)         | gamma is a number from 0.1 to 10
            gamma(11)           | gamma is a number from 0.1 to 10
            gamma(v)            | a curve takes numbers only
            gamma(1+1)          | a curve takes numbers only
            gamma(-1)           | a curve takes numbers only
            threshold(128)      | a threshold is a number from 0 to 1
            levels(0.5)         | levels takes 2 or 3 numbers, not 1
            levels(0.5, 0.5)    | the first below the second
            levels(0.5, 1.5)    | two numbers from 0 to 1
            levels(0, 1, 0)     | gamma is a number
            levels(0, 1, 1, 1)  | levels takes 2 or 3 numbers, not 4
            posterize(1)        | an integer from 2 to 256
            posterize(2.5)      | an integer from 2 to 256
            posterize(257)      | an integer from 2 to 256
            invert(1)           | unknown function invert
            """)
    void refusesNumbersOutOfRange(String text, String words) {
        assertThatThrownBy(() -> TextFunction.parse(text))
                .isInstanceOf(FunctionSyntaxException.class)
                .hasMessageContaining(words);
    }

    @Test
    void readsATableAtEveryDepth() {
        List<Double> squares =
                IntStream.range(0, 256).mapToObj(i -> i * i / 255.0).toList();
        ValueTable table = new ValueTable(squares);
        for (int v = 0; v < 256; v++) {
            assertThat(table.apply(v, 255)).isEqualTo(squares.get(v));
            assertThat(table.apply(v * 257, 65535)).isEqualTo(squares.get(v) * 257);
        }
        assertThat(table.apply(100 * 257 + 64.25, 65535))
                .isCloseTo(257 * (0.75 * squares.get(100) + 0.25 * squares.get(101)), within(1e-6));
        assertThat(table.apply(65534, 65535)).isBetween(squares.get(254) * 257, 65535.0);
    }

    @Test
    void refusesWhatIsNoTable() {
        assertThatThrownBy(() -> new ValueTable(Collections.nCopies(255, 1.0)))
                .hasMessage("a table has 256 values, not 255");
        assertThatThrownBy(() -> new ValueTable(Collections.nCopies(256, 256.0)))
                .hasMessage("the values of a table are 0 to 255");
        assertThatThrownBy(() -> new ValueTable(Collections.nCopies(256, Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
