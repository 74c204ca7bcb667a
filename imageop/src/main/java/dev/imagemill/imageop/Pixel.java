package dev.imagemill.imageop;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;

/**
 * One pixel of an image, live: a fixed-length list of its components, unsigned. What is set here changes the image, and
 * what changes in the image shows here. Two pixels are equal only if they are the same object; compare {@link
 * #toList()} instead.
 *
 * <p>Components are reached by index, by name, or by {@code r() g() b() a() l() c() m() y() k()} of which a mode has
 * some; asking for one that it has not throws a {@link NoSuchElementException}. An index may count from the end, -1
 * being the last component; outside {@code -size()} to {@code size() - 1} it throws an {@link
 * IndexOutOfBoundsException}. Setting a value below 0 or above {@link Mode#maxValue()} throws an {@link
 * ImageFormatException} and changes nothing; setting anything in read-only memory throws an {@link
 * UnsupportedOperationException}.
 */
public final class Pixel implements Iterable<Long> {
    private final Mode mode;
    private final MemorySegment segment;
    private long offset;

    Pixel(Mode mode, MemorySegment segment, long offset) {
        this.mode = mode;
        this.segment = segment;
        this.offset = offset;
    }

    /** Makes this the pixel at another place in memory. */
    void move(long to) {
        offset = to;
    }

    /** The mode of the image that the pixel is of. */
    public Mode mode() {
        return mode;
    }

    /** Number of components. */
    public int size() {
        return mode.components();
    }

    /** A component by index. */
    public long get(int index) {
        return read(Selection.position(index, size(), "a component"));
    }

    /** A component by name, one of {@link Mode#componentNames()}. */
    public long get(String name) {
        return read(mode.componentIndex(name));
    }

    /** The selected components; an empty array if none is. */
    public long[] get(Slice slice) {
        return slice.indices(size()).mapToLong(this::read).toArray();
    }

    /** Sets a component by index. */
    public void set(int index, long value) {
        int component = Selection.position(index, size(), "a component");
        Fill.checkValue(mode, value);
        write(component, value);
    }

    /** Sets a component by name. */
    public void set(String name, long value) {
        set(mode.componentIndex(name), value);
    }

    /**
     * Sets the selected components.
     *
     * @throws ImageFormatException if there is not exactly one value for each, since the length of a pixel is fixed
     */
    public void set(Slice slice, long... values) {
        Selection selection = slice.on(size());
        check(selection.count(), values);
        for (int i = 0; i < values.length; i++) {
            write(selection.position(i), values[i]);
        }
    }

    /** All components. */
    public long[] value() {
        long[] value = new long[size()];
        for (int i = 0; i < value.length; i++) {
            value[i] = read(i);
        }
        return value;
    }

    /**
     * Sets all components.
     *
     * @throws ImageFormatException if there is not exactly one value for each component
     */
    public void value(long... value) {
        check(size(), value);
        for (int i = 0; i < value.length; i++) {
            write(i, value[i]);
        }
    }

    /** All components as they are now, as {@link #value()}. */
    public long[] toArray() {
        return value();
    }

    /** All components as they are now: a value that can be compared, hashed and kept. */
    public List<Long> toList() {
        return LongStream.of(value()).boxed().toList();
    }

    /** The components in memory order, read as the iterator reaches them. */
    @Override
    public PrimitiveIterator.OfLong iterator() {
        return LongStream.range(0, size()).map(i -> read((int) i)).iterator();
    }

    /** Red. */
    public long r() {
        return read(index(ColorFamily.RGB, 0, "r"));
    }

    /** Green. */
    public long g() {
        return read(index(ColorFamily.RGB, 1, "g"));
    }

    /** Blue. */
    public long b() {
        return read(index(ColorFamily.RGB, 2, "b"));
    }

    /** Alpha. */
    public long a() {
        return read(alphaIndex());
    }

    /** Grey. */
    public long l() {
        return read(index(ColorFamily.GRAY, 0, "l"));
    }

    /** Cyan. */
    public long c() {
        return read(index(ColorFamily.CMYK, 0, "c"));
    }

    /** Magenta. */
    public long m() {
        return read(index(ColorFamily.CMYK, 1, "m"));
    }

    /** Yellow. */
    public long y() {
        return read(index(ColorFamily.CMYK, 2, "y"));
    }

    /** Black. */
    public long k() {
        return read(index(ColorFamily.CMYK, 3, "k"));
    }

    /** Sets red. */
    public void r(long value) {
        set(index(ColorFamily.RGB, 0, "r"), value);
    }

    /** Sets green. */
    public void g(long value) {
        set(index(ColorFamily.RGB, 1, "g"), value);
    }

    /** Sets blue. */
    public void b(long value) {
        set(index(ColorFamily.RGB, 2, "b"), value);
    }

    /** Sets alpha. */
    public void a(long value) {
        set(alphaIndex(), value);
    }

    /** Sets grey. */
    public void l(long value) {
        set(index(ColorFamily.GRAY, 0, "l"), value);
    }

    /** Sets cyan. */
    public void c(long value) {
        set(index(ColorFamily.CMYK, 0, "c"), value);
    }

    /** Sets magenta. */
    public void m(long value) {
        set(index(ColorFamily.CMYK, 1, "m"), value);
    }

    /** Sets yellow. */
    public void y(long value) {
        set(index(ColorFamily.CMYK, 2, "y"), value);
    }

    /** Sets black. */
    public void k(long value) {
        set(index(ColorFamily.CMYK, 3, "k"), value);
    }

    private int index(ColorFamily family, int index, String name) {
        return mode.family() == family ? index : mode.componentIndex(name);
    }

    private int alphaIndex() {
        return mode.hasAlpha() ? size() - 1 : mode.componentIndex("a");
    }

    private void check(int count, long... values) {
        if (values.length != count) {
            throw new ImageFormatException(
                    count + " components of a pixel of mode " + mode + " take as many values, not " + values.length);
        }
        long max = mode.maxValue();
        for (long value : values) {
            if (value < 0 || value > max) {
                Fill.checkValue(mode, value);
            }
        }
    }

    private long read(int component) {
        return switch (mode.bytesPerComponent()) {
            case 1 -> Byte.toUnsignedLong(segment.get(JAVA_BYTE, offset + component));
            case 2 -> Short.toUnsignedLong(segment.get(JAVA_SHORT_UNALIGNED, offset + 2L * component));
            default -> Integer.toUnsignedLong(segment.get(JAVA_INT_UNALIGNED, offset + 4L * component));
        };
    }

    private void write(int component, long value) {
        Runs.checkWritable(segment);
        switch (mode.bytesPerComponent()) {
            case 1 -> segment.set(JAVA_BYTE, offset + component, (byte) value);
            case 2 -> segment.set(JAVA_SHORT_UNALIGNED, offset + 2L * component, (short) value);
            default -> segment.set(JAVA_INT_UNALIGNED, offset + 4L * component, (int) value);
        }
    }

    @Override
    public String toString() {
        return "Pixel(" + mode + ", " + Arrays.toString(value()) + ")";
    }
}
