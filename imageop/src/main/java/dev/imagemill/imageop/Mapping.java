package dev.imagemill.imageop;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import dev.imagemill.imageop.kernel.Lookup;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * Maps components by functions. For 8 and 16 bits these become tables before anything is written; 32-bit values are all worked out
 * beside the image before they are written to it.
 */
final class Mapping {
    /** So many bytes of 8-bit samples and more are mapped by twos, which takes tables of 65536 pairs. */
    private static final int WORTH_PAIRS = 1 << 14;

    private static final int RUN = 4096;

    private Mapping() {}

    /** Changes the image itself. */
    static void map(SegmentImage image, ComponentFunction... functions) {
        checkCount(image.mode(), functions);
        Runs.checkWritable(image.segment());
        if (wide(image.mode())) {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment values = arena.allocate(image.segment().byteSize(), Integer.BYTES);
                mapWide(image, functions[0], values);
                image.segment().copyFrom(values);
            }
            return;
        }
        LookupTable[] tables = tables(image.mode(), functions);
        if (image.mode().planar()) {
            for (int i = 0; i < image.components(); i++) {
                MemorySegment plane = image.plane(i).segment();
                Runs.change(plane, kernel(plane.byteSize(), tables[i % tables.length]));
            }
        } else {
            Runs.change(image.segment(), kernel(image.segment().byteSize(), tables));
        }
    }

    /** Leaves the image and makes a new one. */
    static SegmentImage mapped(SegmentImage source, ComponentFunction... functions) {
        checkCount(source.mode(), functions);
        SegmentImage result = Images.allocate(source.mode(), source.size());
        if (wide(source.mode())) {
            mapWide(source, functions[0], result.segment());
            return result;
        }
        LookupTable[] tables = tables(source.mode(), functions);
        if (source.mode().planar()) {
            for (int i = 0; i < source.components(); i++) {
                MemorySegment plane = source.plane(i).segment();
                HeapBytes to = result.plane(i).heapBytes();
                Runs.copy(plane, to, kernel(plane.byteSize(), tables[i % tables.length]));
            }
        } else {
            Runs.copy(
                    source.segment(),
                    result.heapBytes(),
                    kernel(source.segment().byteSize(), tables));
        }
        return result;
    }

    private static void checkCount(Mode mode, ComponentFunction... functions) {
        if (functions.length != 1 && functions.length != mode.components()) {
            throw new ImageFormatException("mode " + mode + " is mapped by one function or one for each of its "
                    + mode.components() + " components, not by " + functions.length);
        }
    }

    private static boolean wide(Mode mode) {
        return mode.bitsPerComponent() == Integer.SIZE;
    }

    /** One table if all components have the same, else one for each. */
    private static LookupTable[] tables(Mode mode, ComponentFunction... functions) {
        LookupTable[] tables = new LookupTable[functions.length];
        boolean same = true;
        for (int i = 0; i < tables.length; i++) {
            tables[i] = i > 0 && functions[i] == functions[i - 1]
                    ? tables[i - 1]
                    : LookupTable.of(mode.bitsPerComponent(), functions[i]);
            same &= tables[i].equals(tables[0]);
        }
        return same ? new LookupTable[] {tables[0]} : tables;
    }

    private static Runs.Kernel kernel(long bytes, LookupTable... tables) {
        if (tables[0].bits() == Character.SIZE) {
            char[][] values = Arrays.stream(tables).map(LookupTable::chars).toArray(char[][]::new);
            return (array, at, length) -> Lookup.chars(array, at, length / Character.BYTES, values);
        }
        byte[][] values = Arrays.stream(tables).map(LookupTable::bytes).toArray(byte[][]::new);
        if (bytes < WORTH_PAIRS) {
            return (array, at, length) -> Lookup.bytes(array, at, length, values);
        }
        char[][] pairs = Lookup.pairs(values);
        return (array, at, length) -> {
            Lookup.chars(array, at, length / 2, pairs);
            if (length % 2 != 0) {
                int last = length - 1;
                Lookup.bytes(array, at + last, 1, values[last % values.length]);
            }
        };
    }

    private static void mapWide(SegmentImage source, ComponentFunction function, MemorySegment to) {
        if (function instanceof LookupTable) {
            throw new ImageFormatException(
                    "there is no table for components of 32 bits; mode " + source.mode() + " is mapped by a function");
        }
        int[] run = new int[RUN];
        long max = source.mode().maxValue();
        for (long first = 0; first < source.size().pixels(); first += RUN) {
            int length = (int) Math.min(RUN, source.size().pixels() - first);
            MemorySegment.copy(source.segment(), JAVA_INT_UNALIGNED, first * Integer.BYTES, run, 0, length);
            for (int i = 0; i < length; i++) {
                run[i] = (int) LookupTable.evaluate(function, Integer.toUnsignedLong(run[i]), max);
            }
            MemorySegment.copy(run, 0, to, JAVA_INT_UNALIGNED, first * Integer.BYTES, length);
        }
    }
}
