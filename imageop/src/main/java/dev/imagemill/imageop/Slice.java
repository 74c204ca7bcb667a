package dev.imagemill.imageop;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A selection along one axis: Python's {@code start:stop:step}, with exactly Python's meaning.
 *
 * <p>Positions count from 0; a negative {@code start} or {@code stop} counts from the end of the axis, and what still
 * lies outside is moved to the nearest end, so a slice never runs out of bounds. {@code start} is selected and {@code
 * stop} is not. With a negative step the selection runs backwards. A slice may select nothing; no image can be made of
 * that.
 *
 * @param start the first position; null begins at the end that the step leads away from
 * @param stop the position before which to stop; null runs to the end that the step leads to
 * @param step from one position to the next, not 0; null is 1
 */
public record Slice(
        @Nullable Integer start,
        @Nullable Integer stop,
        @Nullable Integer step) {
    private static final Slice ALL = new Slice(null, null, null);
    private static final String BOUND = "\\s*([+-]?[0-9]+)?\\s*";
    private static final Pattern TEXT = Pattern.compile(BOUND + ":" + BOUND + "(?::" + BOUND + ")?");

    public Slice {
        if (step != null && step == 0) {
            throw new IllegalArgumentException("the step of a slice is not 0");
        }
    }

    /** {@code :}, everything. */
    public static Slice all() {
        return ALL;
    }

    /** {@code start:stop}. */
    public static Slice of(int start, int stop) {
        return new Slice(start, stop, null);
    }

    /** {@code start:stop:step}. */
    public static Slice of(int start, int stop, int step) {
        return new Slice(start, stop, step);
    }

    /**
     * One position, as {@code index:index+1}; a negative index counts from the end. Outside the axis it selects
     * nothing.
     */
    public static Slice at(int index) {
        return new Slice(index, index == -1 || index == Integer.MAX_VALUE ? null : index + 1, null);
    }

    /** {@code start:}. */
    public static Slice from(int start) {
        return new Slice(start, null, null);
    }

    /** {@code :stop}. */
    public static Slice to(int stop) {
        return new Slice(null, stop, null);
    }

    /** {@code ::-1}, everything backwards. */
    public static Slice reversed() {
        return every(-1);
    }

    /** {@code ::step}. */
    public static Slice every(int step) {
        return new Slice(null, null, step);
    }

    /**
     * The slice that this Python text writes, such as {@code "1:-2:3"}, {@code "::-1"} or {@code ":"}. Blanks around
     * numbers are allowed, and numbers beyond an {@code int} mean the same as the nearest {@code int}.
     *
     * @throws IllegalArgumentException if the text is anything else, or the step is 0
     */
    public static Slice parse(String text) {
        Matcher matcher = TEXT.matcher(requireNonNull(text, "text is null"));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a slice is written start:stop or start:stop:step, not '" + text + "'");
        }
        return new Slice(number(matcher.group(1)), number(matcher.group(2)), number(matcher.group(3)));
    }

    private static @Nullable Integer number(@Nullable String digits) {
        if (digits == null) {
            return null;
        }
        return new BigInteger(digits)
                .max(BigInteger.valueOf(Integer.MIN_VALUE))
                .min(BigInteger.valueOf(Integer.MAX_VALUE))
                .intValueExact();
    }

    /** How many positions of an axis of this length are selected. */
    public int count(int length) {
        return on(length).count();
    }

    /** The selected positions of an axis of this length, in order, each 0 to {@code length - 1}. */
    public IntStream indices(int length) {
        Selection selection = on(length);
        return IntStream.range(0, selection.count()).map(selection::position);
    }

    Selection on(int length) {
        if (length < 0) {
            throw new IllegalArgumentException("an axis has a length of at least 0, not " + length);
        }
        int by = step == null ? 1 : step;
        long first = start == null ? (by > 0 ? 0 : length - 1L) : bound(start, length, by);
        long end = stop == null ? (by > 0 ? length : -1) : bound(stop, length, by);
        long distance = by > 0 ? end - first : first - end;
        long stride = Math.abs((long) by);
        return new Selection((int) first, by, distance <= 0 ? 0 : (int) ((distance + stride - 1) / stride));
    }

    /**
     * Before the first position is -1 only to a step that runs backwards, and past the last only to one that runs
     * forwards.
     */
    private static long bound(int index, int length, int step) {
        long position = index < 0 ? (long) index + length : index;
        return step > 0 ? Math.clamp(position, 0L, length) : Math.clamp(position, -1L, length - 1L);
    }

    /** The slice as Python writes it. */
    @Override
    public String toString() {
        return text(start) + ":" + text(stop) + (step == null ? "" : ":" + step);
    }

    private static String text(@Nullable Integer bound) {
        return bound == null ? "" : bound.toString();
    }
}
