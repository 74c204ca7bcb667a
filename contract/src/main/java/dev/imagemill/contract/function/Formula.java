package dev.imagemill.contract.function;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** A function as an expression in {@code v}, the component's value, and {@code max}, the largest that it holds. */
public final class Formula implements TextFunction {
    private final Term term;

    Formula(Term term) {
        this.term = requireNonNull(term, "term is null");
    }

    @Override
    public double apply(double v, double max) {
        return term.value(v, max);
    }

    @Override
    public String text() {
        return term.text();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Formula formula && formula.term.equals(term);
    }

    @Override
    public int hashCode() {
        return term.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
