package dev.imagemill.contract.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {
    /** The values are Python's, for v = 100 and m = 255, with ** for ^ and math.fmod for %. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            255 - v                              | 155
            v                                    | 100
            max                                  | 255
            max - v                              | 155
            1 + 2 * 3                            | 7
            (1 + 2) * 3                          | 9
            10 - 4 - 3                           | 3
            10 - (4 - 3)                         | 9
            64 / 4 / 2                           | 8
            64 / (4 / 2)                         | 32
            2 ^ 3 ^ 2                            | 512
            (2 ^ 3) ^ 2                          | 64
            -v ^ 2                               | -10000
            (-v) ^ 2                             | 10000
            2 ^ -1                               | 0.5
            2 ^ -2 ^ 2                           | 0.0625
            2 * -3                               | -6
            2 - -3                               | 5
            --3                                  | 3
            -2 * -v ^ 2 * 3                      | 60000
            17 % 5                               | 2
            -17 % 5                              | -2
            7 % 4 * 2                            | 6
            1e2 + 1.5E-1                         | 100.15
            min(3, v, 1)                         | 1
            max(3, v, 1)                         | 100
            max(v, max)                          | 255
            abs(v - 150)                         | 50
            sqrt(v)                              | 10
            pow(2, 10)                           | 1024
            exp(1)                               | 2.718281828459045
            log(exp(2))                          | 2
            floor(-1.5) + ceil(1.2)              | 0
            round(2.5) + round(-2.5)             | 1
            clamp(v, 0, 50)                      | 50
            clamp(v, 120, 150)                   | 120
            if(v > 99, 1, 2)                     | 1
            if(v > 100, 1, 2)                    | 2
            if(v < 100, sqrt(-1), 7)             | 7
            (v >= 100) + (v <= 100) * 10         | 11
            (v == 100) + (v != 100) * 10         | 1
            v < 200 == 1                         | 1
            1 < 2 + 3                            | 1
            max * (v / max) ^ (1 / 2.2)          | 166.6284633730
            """)
    void isWorkedOutByTheRulesOfArithmetic(String text, double expected) {
        assertThat(TextFunction.parse(text).apply(100, 255)).isCloseTo(expected, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            255 - v                     | 255-v
            ( ( v ) )                   | v
            (1 + 2) * 3                 | (1+2)*3
            1 + (2 * 3)                 | 1+2*3
            (10 - 4) - 3                | 10-4-3
            10 - (4 - 3)                | 10-(4-3)
            2 ^ (3 ^ 2)                 | 2^3^2
            (2 ^ 3) ^ 2                 | (2^3)^2
            -(v ^ 2)                    | -v^2
            (-v) ^ 2                    | (-v)^2
            -(v * 2)                    | -(v*2)
            (-v) * 2                    | -v*2
            2 * (-v)                    | 2*-v
            2 ^ (-v)                    | 2^-v
            2 ^ (v * 3)                 | 2^(v*3)
            v < (200 == 1)              | v<(200==1)
            255.0 + 0.50                | 255+0.5
            1000 + 1e3 + 100            | 1e3+1e3+100
            0.001 + 0.01                | 1e-3+0.01
            123e20                      | 123e20
            max( v , 3 , max )          | max(v,3,max)
            if (v>=max / 2, max, 0)     | if(v>=max/2,max,0)
            """)
    void hasOneShortestText(String text, String canonical) {
        TextFunction function = TextFunction.parse(text);

        assertThat(function.text()).isEqualTo(canonical);
        assertThat(TextFunction.parse(canonical)).isEqualTo(function).hasSameHashCodeAs(function);
        assertThat(canonical).hasSizeLessThanOrEqualTo(text.length());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            ``               | 1  | got nothing
            `   `            | 4  | got nothing
            v v              | 3  | expected an operator or ), got v
            v 3              | 3  | expected an operator or ), got 3
            3v               | 2  | Missing operator
            v(3)             | 1  | unknown function v: expected one of min, max, abs
            ()               | 2  | expected a number, v, max, a function or (, got )
            ()v              | 2  | got )
            v - (-) 3        | 7  | got )
            v +              | 4  | got nothing
            * v              | 1  | got *
            v + * 3          | 5  |
            +v               | 1  | got +
            (v               | 1  |
            v)               | 2  |
            min(v 3)         | 7  | got 3
            min(v,)          | 7  | got )
            min(,v)          | 5  | got ,
            min(v,,3)        | 7  | got ,
            (v, 3)           | 3  | a comma stands only between the values of a function
            min((v, 3))      | 7  | a comma stands only between the values of a function
            v, 3             | 2  | a comma stands only between
            min(v)           | 1  | min takes 2 values or more, not 1
            abs(v, 3)        | 1  | abs takes 1 value, not 2
            clamp(v, 3)      | 1  | clamp takes 3 values, not 2
            sin(v)           | 1  | unknown function sin
            MAX(v, 3)        | 1  | unknown function MAX
            x + 1            | 1  | unknown name x: expected v or max
            V                | 1  | unknown name V
            pi               | 1  | unknown name pi
            TRUE             | 1  | unknown name TRUE
            v = 3            | 3  | Undefined operator
            v <> 3           | 4  |
            !v               | 1  | Undefined operator
            v.v              | 2  | Undefined operator
            v ** 2           | 4  |
            5.               | 1  | expected a number as 255, 0.5 or 1e-3
            .5               | 1  | expected a number as
            0x1F             | 1  | expected a number as
            1.2.3            | 1  |
            1e               | 1  |
            1e400            | 1  | that a double holds, got 1e400
            v & 1            | 3  | no function has this character
            v; 1             | 2  | no function has this character
            "v"              | 1  | no function has this character
            'v'              | 1  | no function has this character
            v[0]             | 2  | no function has this character
            a{b}             | 2  | no function has this character
            ٣                | 1  | no function has this character
            invert + 1       | 1  | invert is a curve, which is no part of an expression
            1 + gamma(2)     | 5  | gamma is a curve
            """)
    void refusesEverythingElse(String text, int position, String words) {
        FunctionSyntaxException refusal =
                catchThrowableOfType(FunctionSyntaxException.class, () -> TextFunction.parse(text));

        assertThat(refusal).isNotNull();
        assertThat(refusal).hasMessageContaining(words == null ? "" : words);
        assertThat(refusal.position()).isEqualTo(position);
    }

    @Test
    void refusesWhatIsTooLongOrTooDeep() {
        assertThat(TextFunction.parse("v" + "+v".repeat(99)).apply(2, 255)).isEqualTo(200);
        assertThat(TextFunction.parse("(".repeat(32) + "v" + ")".repeat(32)).apply(2, 255))
                .isEqualTo(2);
        assertThat(TextFunction.parse("-".repeat(199) + "v").apply(2, 255)).isEqualTo(-2);
        assertThat(catchThrowableOfType(
                        FunctionSyntaxException.class, () -> TextFunction.parse("(".repeat(33) + "v" + ")".repeat(33))))
                .hasMessageContaining("at character 33: parentheses lie in each other at most 32 deep");
        assertThat(catchThrowableOfType(FunctionSyntaxException.class, () -> TextFunction.parse("1".repeat(201))))
                .hasMessageContaining("at most 200 characters, not 201");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9^9^9^9^9", "exp(exp(exp(9)))", "1/0", "2^1e300", "pow(9,pow(9,pow(9,9)))"})
    void isWorkedOutAtOnceHoweverLarge(String text) {
        assertThat(TextFunction.parse(text).apply(1, 255)).isInfinite();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/0", "sqrt(-1)", "log(-v)", "(-8)^(1/3)", "1/0-1/0", "5%0", "max(v,0/0)"})
    void hasNoNumberWhereArithmeticHasNone(String text) {
        assertThat(TextFunction.parse(text).apply(1, 255)).isNaN();
    }
}
