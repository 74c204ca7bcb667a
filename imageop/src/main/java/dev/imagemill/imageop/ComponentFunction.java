package dev.imagemill.imageop;

/**
 * A function of one component's value, for {@link Image#map}.
 *
 * <p>It is pure: which pixel the value belongs to, how often it is asked and in which order are not its business. It may be asked once for
 * every value that a component can hold, whether or not the image has it.
 */
@FunctionalInterface
public interface ComponentFunction {
    /**
     * The new value. It is rounded to the nearest integer, ties up, and limited to 0 to {@link Mode#maxValue()}.
     *
     * @param value 0 to {@link Mode#maxValue()}
     * @return any number but NaN
     */
    double apply(long value);
}
