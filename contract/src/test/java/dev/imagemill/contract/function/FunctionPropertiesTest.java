package dev.imagemill.contract.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every expression, and for every text that may be none. */
class FunctionPropertiesTest {
    @Property(tries = 1000)
    void textOfAnExpressionMeansTheSame(@ForAll("terms") Term term) {
        Formula formula = new Formula(term);

        if (formula.text().length() <= TextFunction.MAX_LENGTH) {
            assertThat(TextFunction.parse(formula.text())).isEqualTo(formula);
        }
    }

    /** Of the characters and words that expressions are made of, so that some are. */
    @Property(tries = 3000)
    void anyTextIsAFunctionOrRefused(@ForAll("texts") String text) {
        try {
            TextFunction function = TextFunction.parse(text);
            assertThat(function.text()).hasSizeLessThanOrEqualTo(text.length());
            assertThat(TextFunction.parse(function.text())).isEqualTo(function);
            assertThat(text).matches(TextFunction.PATTERN);
        } catch (FunctionSyntaxException refused) {
            assertThat(refused.position()).isBetween(1, TextFunction.MAX_LENGTH + 1);
        }
    }

    @Provide
    Arbitrary<Term> terms() {
        return term(4);
    }

    private static Arbitrary<Term> term(int depth) {
        Arbitrary<Term> leaf = Arbitraries.oneOf(
                Arbitraries.of(new Term.Value(), new Term.Maximum()),
                Arbitraries.of(0, 1, 0.5, 1000, 1e-3, 255, 1e300, 4e-320, 123e20)
                        .map(value -> new Term.Constant(value.doubleValue())));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<Term> part = Arbitraries.lazy(() -> term(depth - 1));
        return Arbitraries.oneOf(
                leaf,
                part.map(Term.Negation::new),
                Combinators.combine(Arbitraries.of(Operator.class), part, part).as(Term.Pair::new),
                Combinators.combine(part, part, part).as((a, b, c) -> new Term.Call(MathFunction.IF, List.of(a, b, c))),
                Combinators.combine(part, part).as((a, b) -> new Term.Call(MathFunction.MIN, List.of(a, b))),
                part.map(a -> new Term.Call(MathFunction.SQRT, List.of(a))));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "v", "max", "(", ")", ",", "+", "-", "*", "/", "%", "^", "<", "<=", "==", "!=", "=", "1", "0.5",
                        "1e9", ".", "e", " ", "min(", "if(", "abs(", "invert", "gamma(", "levels(", "_", "é", "\"",
                        "\u0000", "[", "0x")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }
}
