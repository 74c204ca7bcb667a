package dev.imagemill.contract.function;

import java.util.List;

/**
 * A function as a table of its values at 8 bits. At 16 and 32 bits values between two entries are interpolated linearly, and entries are scaled to
 * the component's range.
 *
 * @param values {@value #LENGTH} numbers, each 0..{@value #MAX}
 */
public record ValueTable(List<Double> values) implements ValueFunction {
    public static final int LENGTH = 256;
    public static final int MAX = 255;

    public ValueTable {
        values = List.copyOf(values);
        if (values.size() != LENGTH) {
            throw new IllegalArgumentException("a table has " + LENGTH + " values, not " + values.size());
        }
        if (!values.stream().allMatch(value -> value >= 0 && value <= MAX)) {
            throw new IllegalArgumentException("the values of a table are 0 to " + MAX);
        }
    }

    @Override
    public double apply(double v, double max) {
        double step = max / MAX;
        double position = v / step;
        int entry = (int) position;
        double value = values.get(entry);
        double part = position - entry;
        return (part == 0 ? value : value + part * (values.get(entry + 1) - value)) * step;
    }
}
