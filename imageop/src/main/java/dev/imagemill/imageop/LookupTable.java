package dev.imagemill.imageop;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A component function of which every value is known: 256 of them for 8-bit components, or 65536 for 16-bit ones.
 *
 * <p>Immutable. What Pillow's {@code Image.point} takes as a list.
 */
public final class LookupTable implements ComponentFunction {
    private final byte[] bytes;
    private final char[] chars;

    private LookupTable(byte[] bytes, char[] chars) {
        this.bytes = bytes;
        this.chars = chars;
    }

    /**
     * The table for 8-bit components with these values, a copy of them.
     *
     * @throws ImageFormatException if there are not 256
     */
    public static LookupTable ofBytes(byte[] values) {
        checkLength(values.length, Byte.SIZE);
        return new LookupTable(values.clone(), new char[0]);
    }

    /**
     * The table for 16-bit components with these values, a copy of them.
     *
     * @throws ImageFormatException if there are not 65536
     */
    public static LookupTable ofChars(char[] values) {
        checkLength(values.length, Character.SIZE);
        return new LookupTable(new byte[0], values.clone());
    }

    private static void checkLength(int length, int bits) {
        if (length != 1 << bits) {
            throw new ImageFormatException(
                    "a table for " + bits + "-bit components has " + (1 << bits) + " values, not " + length);
        }
    }

    /**
     * The table of all values of a function, rounded and limited.
     *
     * @param bits 8 or 16
     * @throws ImageFormatException if there is no table for so many bits, or the function has NaN for a value
     */
    public static LookupTable of(int bits, ComponentFunction function) {
        requireNonNull(function, "function is null");
        if (bits != Byte.SIZE && bits != Character.SIZE) {
            throw new ImageFormatException("there are tables for components of 8 and 16 bits, not of " + bits);
        }
        if (function instanceof LookupTable table) {
            return table.checkedFor(bits);
        }
        long max = (1L << bits) - 1;
        if (bits == Byte.SIZE) {
            byte[] values = new byte[1 << bits];
            for (int i = 0; i < values.length; i++) {
                values[i] = (byte) evaluate(function, i, max);
            }
            return new LookupTable(values, new char[0]);
        }
        char[] values = new char[1 << bits];
        for (int i = 0; i < values.length; i++) {
            values[i] = (char) evaluate(function, i, max);
        }
        return new LookupTable(new byte[0], values);
    }

    private LookupTable checkedFor(int bits) {
        if (bits() != bits) {
            throw new ImageFormatException(
                    "a table for " + bits() + "-bit components does not map components of " + bits + " bits");
        }
        return this;
    }

    /** The function's value as a component holds it: rounded to the nearest integer, ties up, and limited to 0 to {@code max}. */
    static long evaluate(ComponentFunction function, long value, long max) {
        double result = function.apply(value);
        if (Double.isNaN(result)) {
            throw new ImageFormatException("a component function has no number for " + value + ", but NaN");
        }
        return Math.clamp(Math.round(result), 0, max);
    }

    /** The width of the components that it maps: 8 or 16. */
    public int bits() {
        return chars.length == 0 ? Byte.SIZE : Character.SIZE;
    }

    /**
     * The entry for a value.
     *
     * @throws IndexOutOfBoundsException if the value is negative or has more than {@link #bits()} bits
     */
    @Override
    public double apply(long value) {
        int index = Math.clamp(value, -1, 1 << Character.SIZE);
        return bits() == Byte.SIZE ? Byte.toUnsignedInt(bytes[index]) : chars[index];
    }

    /** The 256 entries themselves, of a table for 8 bits. */
    byte[] bytes() {
        return bytes;
    }

    /** The 65536 entries themselves, of a table for 16 bits. */
    char[] chars() {
        return chars;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LookupTable table
                && Arrays.equals(bytes, table.bytes)
                && Arrays.equals(chars, table.chars);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(bytes) + Arrays.hashCode(chars);
    }

    @Override
    public String toString() {
        return "LookupTable(" + bits() + " bits)";
    }
}
