package dev.imagemill.contract.function;

import java.util.List;
import java.util.stream.Collectors;

/** A part of an expression. */
sealed interface Term {
    double value(double v, double max);

    Precedence precedence();

    /** The shortest text of the term: no blanks, and parentheses only where they are needed. */
    String text();

    /** The text in parentheses, unless it is bound at least so tightly. */
    default String text(Precedence least) {
        return textFrom(least.level());
    }

    /** The text in parentheses, unless it is bound more tightly. */
    default String textAbove(Precedence precedence) {
        return textFrom(precedence.level() + 1);
    }

    private String textFrom(int level) {
        return precedence().level() >= level ? text() : "(" + text() + ")";
    }

    /**
     * A number.
     *
     * @param value finite, not negative
     */
    record Constant(double value) implements Term {
        @Override
        public double value(double v, double max) {
            return value;
        }

        @Override
        public Precedence precedence() {
            return Precedence.ATOM;
        }

        @Override
        public String text() {
            return Numeral.of(value);
        }
    }

    /** The component's value. */
    record Value() implements Term {
        static final String WORD = "v";

        @Override
        public double value(double v, double max) {
            return v;
        }

        @Override
        public Precedence precedence() {
            return Precedence.ATOM;
        }

        @Override
        public String text() {
            return WORD;
        }
    }

    /** The largest value that the component holds. */
    record Maximum() implements Term {
        static final String WORD = "max";

        @Override
        public double value(double v, double max) {
            return max;
        }

        @Override
        public Precedence precedence() {
            return Precedence.ATOM;
        }

        @Override
        public String text() {
            return WORD;
        }
    }

    /** A minus sign. */
    record Negation(Term term) implements Term {
        @Override
        public double value(double v, double max) {
            return -term.value(v, max);
        }

        @Override
        public Precedence precedence() {
            return Precedence.SIGN;
        }

        @Override
        public String text() {
            return "-" + term.text(Precedence.SIGN);
        }
    }

    /** Two terms and what stands between them. */
    record Pair(Operator operator, Term left, Term right) implements Term {
        @Override
        public double value(double v, double max) {
            return operator.apply(left.value(v, max), right.value(v, max));
        }

        @Override
        public Precedence precedence() {
            return operator.precedence();
        }

        @Override
        public String text() {
            return operator.leftToRight()
                    ? left.text(precedence()) + operator.symbol() + right.textAbove(precedence())
                    : left.text(Precedence.ATOM) + operator.symbol() + right.text(Precedence.SIGN);
        }
    }

    /** A function and what it is called with. */
    record Call(MathFunction function, List<Term> terms) implements Term {
        public Call {
            terms = List.copyOf(terms);
        }

        @Override
        public double value(double v, double max) {
            return function.value(terms, v, max);
        }

        @Override
        public Precedence precedence() {
            return Precedence.ATOM;
        }

        @Override
        public String text() {
            return terms.stream().map(Term::text).collect(Collectors.joining(",", function.word() + "(", ")"));
        }
    }
}
