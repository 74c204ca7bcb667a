package dev.imagemill.imageop.array;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_CHAR_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import dev.imagemill.imageop.ImageFormatException;
import dev.imagemill.imageop.kernel.Scaling;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.function.DoublePredicate;

/**
 * Brings an array's numbers to 8 bits, element by element in the order of memory.
 *
 * <p>Runs are widened to {@code double}, and rounded back to the array's own precision after every step. One addition or multiplication of
 * two halves or floats, rounded to {@code double} and then again, gives what rounding once gives, because a {@code double} has more than twice
 * their bits and two more. The steps of a half go through {@code float} for the same reason.
 */
final class ByteRange {
    private static final int RUN = 2048;
    private static final int MAX = 255;

    private final NumberArray array;
    private final double[] run = new double[RUN];
    private final byte[] bytes;
    private final char[] chars;
    private final short[] halves;
    private final int[] ints;
    private final float[] floats;

    private ByteRange(NumberArray array) {
        this.array = array;
        bytes = new byte[RUN];
        chars = new char[array.type() == ElementType.U2 ? RUN : 0];
        halves = new short[array.type() == ElementType.F2 ? RUN : 0];
        ints = new int[array.type() == ElementType.U4 ? RUN : 0];
        floats = new float[array.type() == ElementType.F4 ? RUN : 0];
    }

    /** The numbers rescaled by their range, which must not have NaN in it. */
    static NumberArray rescale(NumberArray array, List<ArrayWarning> warnings) {
        ByteRange range = new ByteRange(array);
        if (array.type() == ElementType.U1 && range.anyAboveOne()) {
            return array;
        }
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (long first = 0; first < array.elements(); first += RUN) {
            int count = range.load(first);
            least = Scaling.least(range.run, count, least);
            greatest = Scaling.greatest(range.run, count, greatest);
        }
        if (Double.isNaN(least)) {
            range.refuse("not a number", Double::isNaN);
        }
        if (least < 0 || greatest > MAX) {
            warnings.add(ArrayWarning.VALUE_RANGE);
        }
        if (least >= -1 && greatest <= 1) {
            return range.map(least >= 0 ? range::fromUnit : range::fromSigned);
        }
        return range.map((to, at, count) -> Scaling.clip(range.run, to, at, count));
    }

    /** The numbers without their fractions, modulo 256. */
    static NumberArray wrap(NumberArray array) {
        if (array.type() == ElementType.U1) {
            return array;
        }
        ByteRange range = new ByteRange(array);
        for (long first = 0; first < array.elements() && array.type().floating(); first += RUN) {
            int count = range.load(first);
            double spread = Scaling.greatest(range.run, count, 0) - Scaling.least(range.run, count, 0);
            if (!Double.isFinite(spread)) {
                range.refuse("not finite", value -> !Double.isFinite(value));
            }
        }
        return range.map((to, at, count) -> Scaling.wrap(range.run, to, at, count));
    }

    private boolean anyAboveOne() {
        for (long first = 0; first < array.elements(); first += RUN) {
            int count = (int) Math.min(RUN, array.elements() - first);
            MemorySegment.copy(array.segment(), JAVA_BYTE, first, bytes, 0, count);
            if (Scaling.bits(bytes, 0, count) > 1) {
                return true;
            }
        }
        return false;
    }

    private NumberArray map(Run function) {
        NumberArray mapped = NumberArray.create(ElementType.U1, array.byteOrder(), array.axisOrder(), array.shape());
        for (long first = 0; first < array.elements(); first += RUN) {
            int count = load(first);
            function.write(bytes, 0, count);
            MemorySegment.copy(bytes, 0, mapped.segment(), JAVA_BYTE, first, count);
        }
        return mapped;
    }

    private void fromUnit(byte[] to, int at, int count) {
        Scaling.multiply(run, MAX, count);
        round(count);
        Scaling.clip(run, to, at, count);
    }

    private void fromSigned(byte[] to, int at, int count) {
        Scaling.add(run, 1, count);
        round(count);
        Scaling.multiply(run, MAX / 2.0, count);
        round(count);
        Scaling.clip(run, to, at, count);
    }

    private void round(int count) {
        if (array.type() == ElementType.F2) {
            Scaling.roundToHalves(run, count);
        } else if (array.type() == ElementType.F4) {
            Scaling.roundToFloats(run, count);
        }
    }

    private int load(long first) {
        int count = (int) Math.min(RUN, array.elements() - first);
        long at = first * array.type().bytes();
        MemorySegment from = array.segment();
        switch (array.type()) {
            case U1 -> {
                MemorySegment.copy(from, JAVA_BYTE, at, bytes, 0, count);
                Scaling.widen(bytes, run, count);
            }
            case U2 -> {
                MemorySegment.copy(from, JAVA_CHAR_UNALIGNED.withOrder(array.byteOrder()), at, chars, 0, count);
                Scaling.widen(chars, run, count);
            }
            case U4 -> {
                MemorySegment.copy(from, JAVA_INT_UNALIGNED.withOrder(array.byteOrder()), at, ints, 0, count);
                Scaling.widen(ints, run, count);
            }
            case F2 -> {
                MemorySegment.copy(from, JAVA_SHORT_UNALIGNED.withOrder(array.byteOrder()), at, halves, 0, count);
                Scaling.widenHalves(halves, run, count);
            }
            case F4 -> {
                MemorySegment.copy(from, JAVA_FLOAT_UNALIGNED.withOrder(array.byteOrder()), at, floats, 0, count);
                Scaling.widen(floats, run, count);
            }
            case F8 -> MemorySegment.copy(from, JAVA_DOUBLE_UNALIGNED.withOrder(array.byteOrder()), at, run, 0, count);
        }
        return count;
    }

    private void refuse(String what, DoublePredicate bad) {
        for (long first = 0; first < array.elements(); first += RUN) {
            int count = load(first);
            for (int i = 0; i < count; i++) {
                if (bad.test(run[i])) {
                    throw new ImageFormatException(
                            "the number at position " + (first + i) + " of the array's memory is " + what);
                }
            }
        }
    }

    /** Writes the loaded run as bytes. */
    private interface Run {
        void write(byte[] to, int at, int count);
    }
}
