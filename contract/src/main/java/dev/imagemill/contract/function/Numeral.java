package dev.imagemill.contract.function;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** A number as it stands in a function's text: digits, with a fraction and an exponent if need be, and no sign. */
final class Numeral {
    private static final Pattern TEXT = Pattern.compile("[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private Numeral() {}

    /** The number that a text stands for; nothing for another text, or a number too large. */
    static OptionalDouble read(String text) {
        if (!TEXT.matcher(text).matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(text);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** The shortest text that stands for the number; of two, the one without an exponent. */
    static String of(double value) {
        BigDecimal shortest = BigDecimal.valueOf(value).stripTrailingZeros();
        String scientific = shortest.unscaledValue() + "e" + -shortest.scale();
        String plain = shortest.toPlainString();
        return plain.length() <= scientific.length() ? plain : scientific;
    }
}
