package dev.imagemill.contract.function;

/** A function of one component's value, whatever the component's depth. */
public sealed interface ValueFunction permits TextFunction, ValueTable {
    /**
     * The new value, neither rounded nor limited; NaN where the function has none.
     *
     * @param v 0 to {@code max}
     * @param max the largest value that the component holds: 255, 65535 or 4294967295
     */
    double apply(double v, double max);
}
