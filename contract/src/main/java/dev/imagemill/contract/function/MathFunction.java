package dev.imagemill.contract.function;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** A function that an expression can call. */
enum MathFunction {
    MIN(2, Integer.MAX_VALUE, fold(Math::min)),
    MAX(2, Integer.MAX_VALUE, fold(Math::max)),
    ABS(Math::abs),
    SQRT(StrictMath::sqrt),
    EXP(StrictMath::exp),
    /** The natural logarithm. */
    LOG(StrictMath::log),
    FLOOR(Math::floor),
    CEIL(Math::ceil),
    /** To the nearest integer, halves up. */
    ROUND(value -> Math.floor(value + 0.5)),
    POW(2, 2, fold(StrictMath::pow)),
    /** The first limited to the second and third. */
    CLAMP(3, 3, (terms, v, max) -> {
        double value = terms.get(0).value(v, max);
        return Math.max(terms.get(1).value(v, max), Math.min(terms.get(2).value(v, max), value));
    }),
    /** The second if the first is not 0, else the third; the other one is not worked out. */
    IF(
            3,
            3,
            (terms, v, max) ->
                    terms.get(terms.get(0).value(v, max) != 0 ? 1 : 2).value(v, max));

    private final int least;
    private final int most;

    @SuppressWarnings("ImmutableEnumChecker") // a function of its arguments only
    private final Rule rule;

    /** Works out what is called, of which it may leave out some. */
    private interface Rule {
        double value(List<Term> terms, double v, double max);
    }

    MathFunction(DoubleUnaryOperator rule) {
        this(1, 1, (terms, v, max) -> rule.applyAsDouble(terms.getFirst().value(v, max)));
    }

    MathFunction(int least, int most, Rule rule) {
        this.least = least;
        this.most = most;
        this.rule = rule;
    }

    private static Rule fold(DoubleBinaryOperator rule) {
        return (terms, v, max) -> {
            double value = terms.getFirst().value(v, max);
            for (int i = 1; i < terms.size(); i++) {
                value = rule.applyAsDouble(value, terms.get(i).value(v, max));
            }
            return value;
        };
    }

    static Optional<MathFunction> of(String word) {
        return Arrays.stream(values())
                .filter(function -> function.word().equals(word))
                .findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean takes(int arguments) {
        return arguments >= least && arguments <= most;
    }

    /** How many values it takes, for people. */
    String arity() {
        if (least < most) {
            return least + " values or more";
        }
        return least == 1 ? "1 value" : least + " values";
    }

    double value(List<Term> terms, double v, double max) {
        return rule.value(terms, v, max);
    }
}
