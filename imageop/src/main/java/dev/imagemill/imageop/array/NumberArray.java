package dev.imagemill.imageop.array;

import static java.util.Objects.requireNonNull;

import dev.imagemill.imageop.ImageFormatException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * An array of numbers with 1 to 4 axes over one contiguous piece of memory, of any byte order and axis order.
 *
 * <p>The memory is live: writing to it changes the array, and the other way round. Axes may have length 0; such an array has no elements. Not
 * synchronised.
 */
public final class NumberArray {
    private static final int MAX_AXES = 4;
    private static final int LONGEST_HEAP_ARRAY = Integer.MAX_VALUE - Long.BYTES;

    private final ElementType type;
    private final ByteOrder byteOrder;
    private final AxisOrder axisOrder;
    private final int[] shape;
    private final MemorySegment segment;

    private NumberArray(
            ElementType type, ByteOrder byteOrder, AxisOrder axisOrder, int[] shape, MemorySegment segment) {
        this.type = requireNonNull(type, "type is null");
        this.byteOrder = requireNonNull(byteOrder, "byteOrder is null");
        this.axisOrder = requireNonNull(axisOrder, "axisOrder is null");
        this.shape = shape;
        this.segment = segment;
    }

    /**
     * A new array of zeros on the heap.
     *
     * @throws ImageFormatException if the shape is not 1 to 4 lengths of at least 0, or the array takes more than 2 GiB
     */
    public static NumberArray create(ElementType type, ByteOrder byteOrder, AxisOrder axisOrder, int... shape) {
        long length = length(type, shape);
        if (length > LONGEST_HEAP_ARRAY) {
            throw new ImageFormatException(
                    "an array of " + text(shape) + " takes " + length + " bytes, more than a heap array holds");
        }
        return new NumberArray(
                type, byteOrder, axisOrder, shape.clone(), MemorySegment.ofArray(new byte[(int) length]));
    }

    /**
     * An array over this memory itself, native or on the heap.
     *
     * @throws ImageFormatException if the shape is not 1 to 4 lengths of at least 0, or the segment does not have exactly the bytes it asks for
     */
    public static NumberArray wrap(
            ElementType type, ByteOrder byteOrder, AxisOrder axisOrder, MemorySegment segment, int... shape) {
        long length = length(type, shape);
        if (segment.byteSize() != length) {
            throw new ImageFormatException("an array of " + text(shape) + " and type " + type.code() + " has " + length
                    + " bytes, not " + segment.byteSize());
        }
        return new NumberArray(type, byteOrder, axisOrder, shape.clone(), segment);
    }

    /** A {@link ElementType#U1} array in C order over a copy of these values, unsigned. */
    public static NumberArray of(byte[] values, int... shape) {
        return ofHeap(ElementType.U1, MemorySegment.ofArray(values.clone()), shape);
    }

    /** A {@link ElementType#U2} array in C order over a copy of these values, unsigned. */
    public static NumberArray of(short[] values, int... shape) {
        return ofHeap(ElementType.U2, MemorySegment.ofArray(values.clone()), shape);
    }

    /** A {@link ElementType#U4} array in C order over a copy of these values, unsigned. */
    public static NumberArray of(int[] values, int... shape) {
        return ofHeap(ElementType.U4, MemorySegment.ofArray(values.clone()), shape);
    }

    /** A {@link ElementType#F4} array in C order over a copy of these values. */
    public static NumberArray of(float[] values, int... shape) {
        return ofHeap(ElementType.F4, MemorySegment.ofArray(values.clone()), shape);
    }

    /** A {@link ElementType#F8} array in C order over a copy of these values. */
    public static NumberArray of(double[] values, int... shape) {
        return ofHeap(ElementType.F8, MemorySegment.ofArray(values.clone()), shape);
    }

    private static NumberArray ofHeap(ElementType type, MemorySegment segment, int[] shape) {
        return wrap(type, ByteOrder.nativeOrder(), AxisOrder.C, segment, shape);
    }

    /** Bytes that an array takes. */
    static long length(ElementType type, int... shape) {
        requireNonNull(type, "type is null");
        if (shape.length < 1 || shape.length > MAX_AXES) {
            throw new ImageFormatException("an array has 1 to " + MAX_AXES + " axes, not " + shape.length);
        }
        if (Arrays.stream(shape).anyMatch(axis -> axis < 0)) {
            throw new ImageFormatException("the lengths of an array's axes are at least 0, not " + text(shape));
        }
        if (Arrays.stream(shape).anyMatch(axis -> axis == 0)) {
            return 0;
        }
        try {
            return Arrays.stream(shape).asLongStream().reduce(type.bytes(), Math::multiplyExact);
        } catch (ArithmeticException e) {
            throw new ImageFormatException("an array of " + text(shape) + " is longer than memory can be");
        }
    }

    /** What the elements are. */
    public ElementType type() {
        return type;
    }

    /** The byte order of the elements in memory. */
    public ByteOrder byteOrder() {
        return byteOrder;
    }

    /** The order of the elements in memory. */
    public AxisOrder axisOrder() {
        return axisOrder;
    }

    /** Number of axes, 1 to 4. */
    public int axes() {
        return shape.length;
    }

    /** The length of an axis, counted from 0. */
    public int axis(int axis) {
        return shape[axis];
    }

    /** The lengths of the axes. */
    public int[] shape() {
        return shape.clone();
    }

    /** Number of elements. */
    public long elements() {
        return segment.byteSize() / type.bytes();
    }

    /** The elements' bytes: contiguous, in this array's axis order and byte order. */
    public MemorySegment segment() {
        return segment;
    }

    /**
     * One element.
     *
     * @throws IndexOutOfBoundsException if there are not as many indexes as axes, or one is outside its axis
     */
    public double get(int... index) {
        return type.get(segment, offset(index), byteOrder);
    }

    /**
     * Sets one element, rounded to the nearest number the type has if it is floating point.
     *
     * @throws ImageFormatException if the type is an integer one and the value is not, or is out of its range
     * @throws IndexOutOfBoundsException if there are not as many indexes as axes, or one is outside its axis
     */
    public void set(double value, int... index) {
        type.set(segment, offset(index), byteOrder, value);
    }

    private long offset(int[] index) {
        if (index.length != shape.length) {
            throw new IndexOutOfBoundsException(index.length + " indexes into an array of " + shape.length + " axes");
        }
        long[] strides = strides();
        long element = 0;
        for (int axis = 0; axis < shape.length; axis++) {
            element += Objects.checkIndex(index[axis], shape[axis]) * strides[axis];
        }
        return element * type.bytes();
    }

    /** Elements from one index of each axis to the next. */
    long[] strides() {
        long[] strides = new long[shape.length];
        long stride = 1;
        for (int i = 0; i < shape.length; i++) {
            int axis = axisOrder == AxisOrder.FORTRAN ? i : shape.length - 1 - i;
            strides[axis] = stride;
            stride *= shape[axis];
        }
        return strides;
    }

    /** This array without its axes of length 1, over the same memory, as NumPy's {@code squeeze}; one axis stays if all are of length 1. */
    public NumberArray squeeze() {
        int[] squeezed = Arrays.stream(shape).filter(axis -> axis != 1).toArray();
        return reshaped(squeezed.length == 0 ? new int[] {1} : squeezed);
    }

    /** This memory with other axes; only axes of length 1 may come or go. */
    NumberArray reshaped(int... newShape) {
        return new NumberArray(type, byteOrder, axisOrder, newShape, segment);
    }

    /** A copy of this array on the heap with its bytes and axes in these orders; its elements stay the same. */
    public NumberArray copy(ByteOrder newByteOrder, AxisOrder newAxisOrder) {
        NumberArray copy = create(type, newByteOrder, newAxisOrder, shape);
        if (newAxisOrder == axisOrder) {
            ValueLayout from = type.layout(byteOrder);
            MemorySegment.copy(segment, from, 0, copy.segment, type.layout(newByteOrder), 0, elements());
        } else {
            Relaying.copy(this, copy);
        }
        return copy;
    }

    /** The type, the shape and the orders, as {@code NumberArray(<f4, (480, 640, 3), C)}. */
    @Override
    public String toString() {
        return "NumberArray(" + descr() + ", " + text(shape) + ", " + axisOrder + ")";
    }

    /** What NumPy calls the type with its byte order, as {@code "<f4"}. */
    String descr() {
        String endian = type.bytes() == 1 ? "|" : byteOrder == ByteOrder.BIG_ENDIAN ? ">" : "<";
        return endian + type.code();
    }

    /** A shape as Python writes a tuple. */
    static String text(int... shape) {
        String lengths = Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        return shape.length == 1 ? "(" + lengths + ",)" : "(" + lengths + ")";
    }
}
