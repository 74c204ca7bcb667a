package dev.imagemill.contract.function;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/** What stands between two terms. */
enum Operator {
    EQUAL("==", Precedence.EQUALITY, (a, b) -> truth(a == b)),
    UNEQUAL("!=", Precedence.EQUALITY, (a, b) -> truth(a != b)),
    LESS("<", Precedence.COMPARISON, (a, b) -> truth(a < b)),
    LESS_OR_EQUAL("<=", Precedence.COMPARISON, (a, b) -> truth(a <= b)),
    GREATER(">", Precedence.COMPARISON, (a, b) -> truth(a > b)),
    GREATER_OR_EQUAL(">=", Precedence.COMPARISON, (a, b) -> truth(a >= b)),
    PLUS("+", Precedence.SUM, Double::sum),
    MINUS("-", Precedence.SUM, (a, b) -> a - b),
    TIMES("*", Precedence.PRODUCT, (a, b) -> a * b),
    DIVIDED_BY("/", Precedence.PRODUCT, (a, b) -> a / b),
    /** With the sign of the dividend. */
    REMAINDER("%", Precedence.PRODUCT, (a, b) -> a % b),
    POWER("^", Precedence.POWER, StrictMath::pow);

    private final String symbol;
    private final Precedence precedence;

    @SuppressWarnings("ImmutableEnumChecker") // a function of its arguments only
    private final DoubleBinaryOperator rule;

    Operator(String symbol, Precedence precedence, DoubleBinaryOperator rule) {
        this.symbol = symbol;
        this.precedence = precedence;
        this.rule = rule;
    }

    private static double truth(boolean value) {
        return value ? 1 : 0;
    }

    static Operator of(String symbol) {
        return Arrays.stream(values())
                .filter(operator -> operator.symbol.equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    String symbol() {
        return symbol;
    }

    Precedence precedence() {
        return precedence;
    }

    /** Whether of two of its kind the first is worked out first; powers go from right to left. */
    boolean leftToRight() {
        return this != POWER;
    }

    double apply(double left, double right) {
        return rule.applyAsDouble(left, right);
    }
}
