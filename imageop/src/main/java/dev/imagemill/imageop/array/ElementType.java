package dev.imagemill.imageop.array;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import dev.imagemill.imageop.ImageFormatException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;

/**
 * What the numbers of an array are: unsigned integers of 1, 2 or 4 bytes, or IEEE 754 binary floating point of 2, 4 or 8.
 *
 * <p>Every value of every type is a {@code double} exactly, which is how single elements are read and set.
 */
public enum ElementType {
    /** Unsigned, 0 to 255. */
    U1(JAVA_BYTE),
    /** Unsigned, 0 to 65 535. */
    U2(JAVA_SHORT_UNALIGNED),
    /** Unsigned, 0 to 4 294 967 295. */
    U4(JAVA_INT_UNALIGNED),
    /** Half precision: 11 significant bits, at most 65 504. */
    F2(JAVA_SHORT_UNALIGNED),
    /** Single precision. */
    F4(JAVA_FLOAT_UNALIGNED),
    /** Double precision. */
    F8(JAVA_DOUBLE_UNALIGNED);

    private static final List<ElementType> ALL = List.of(values());

    @SuppressWarnings("ImmutableEnumChecker") // value layouts are immutable
    private final ValueLayout layout;

    ElementType(ValueLayout layout) {
        this.layout = layout;
    }

    /** Bytes of one element: 1, 2, 4 or 8. */
    public int bytes() {
        return (int) layout.byteSize();
    }

    /** Whether the numbers are floating point. */
    public boolean floating() {
        return this == F2 || this == F4 || this == F8;
    }

    /** NumPy's name without a byte order, as {@code "f4"}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The type of this name, as {@code "f4"}.
     *
     * @throws ImageFormatException if no type has the name
     */
    public static ElementType parse(String code) {
        for (ElementType type : ALL) {
            if (type.code().equals(code)) {
                return type;
            }
        }
        throw new ImageFormatException("no element type is called '" + code + "'; the types are u1 u2 u4 f2 f4 f8");
    }

    ValueLayout layout(ByteOrder order) {
        return layout.withOrder(order);
    }

    double get(MemorySegment from, long offset, ByteOrder order) {
        return switch (this) {
            case U1 -> Byte.toUnsignedInt(from.get(JAVA_BYTE, offset));
            case U2 -> Short.toUnsignedInt(from.get(JAVA_SHORT_UNALIGNED.withOrder(order), offset));
            case U4 -> Integer.toUnsignedLong(from.get(JAVA_INT_UNALIGNED.withOrder(order), offset));
            case F2 -> Float.float16ToFloat(from.get(JAVA_SHORT_UNALIGNED.withOrder(order), offset));
            case F4 -> from.get(JAVA_FLOAT_UNALIGNED.withOrder(order), offset);
            case F8 -> from.get(JAVA_DOUBLE_UNALIGNED.withOrder(order), offset);
        };
    }

    void set(MemorySegment to, long offset, ByteOrder order, double value) {
        switch (this) {
            case U1 -> to.set(JAVA_BYTE, offset, (byte) whole(value));
            case U2 -> to.set(JAVA_SHORT_UNALIGNED.withOrder(order), offset, (short) whole(value));
            case U4 -> to.set(JAVA_INT_UNALIGNED.withOrder(order), offset, (int) whole(value));
            case F2 -> to.set(JAVA_SHORT_UNALIGNED.withOrder(order), offset, half(value));
            case F4 -> to.set(JAVA_FLOAT_UNALIGNED.withOrder(order), offset, (float) value);
            case F8 -> to.set(JAVA_DOUBLE_UNALIGNED.withOrder(order), offset, value);
        }
    }

    private long whole(double value) {
        long max = (1L << (Byte.SIZE * bytes())) - 1;
        if (!(value >= 0 && value <= max) || value != (long) value) {
            throw new ImageFormatException(
                    "an element of type " + code() + " is a whole number from 0 to " + max + ", not " + value);
        }
        return (long) value;
    }

    /** Rounds once, half to even. To go through a {@code float} without rounding twice, an inexact one is made odd first. */
    static short half(double value) {
        float single = (float) value;
        boolean even = (Float.floatToRawIntBits(single) & 1) == 0;
        if (even && single != value && !Double.isNaN(value)) {
            single = value > single ? Math.nextUp(single) : Math.nextDown(single);
        }
        return Float.floatToFloat16(single);
    }
}
