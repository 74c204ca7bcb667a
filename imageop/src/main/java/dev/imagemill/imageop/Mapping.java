package dev.imagemill.imageop;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
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
    /** Bytes of native memory in one go, whole pixels of every mode; memory on the heap is one run, as every run copies its tables. */
    private static final int NATIVE_RUN = 3 << 17;

    private static final int WIDE_RUN = 4096;

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
        map(image, image, tables(image.mode(), functions));
    }

    /** Leaves the image and makes a new one. */
    static SegmentImage mapped(SegmentImage source, ComponentFunction... functions) {
        checkCount(source.mode(), functions);
        SegmentImage result = Images.allocate(source.mode(), source.size());
        if (wide(source.mode())) {
            mapWide(source, functions[0], result.segment());
            return result;
        }
        map(source, result, tables(source.mode(), functions));
        return result;
    }

    private static void map(SegmentImage source, SegmentImage target, LookupTable... tables) {
        if (source.mode().planar()) {
            for (int i = 0; i < source.components(); i++) {
                mapRuns(source.plane(i).segment(), target.plane(i).segment(), kernel(tables[i % tables.length]));
            }
        } else {
            mapRuns(source.segment(), target.segment(), kernel(tables));
        }
    }

    private static void mapRuns(MemorySegment source, MemorySegment target, Kernel kernel) {
        HeapBytes from = HeapBytes.of(source);
        HeapBytes to = HeapBytes.of(target);
        long bytes = source.byteSize();
        if (from != null && to != null) {
            kernel.apply(from.array(), from.offset(), to.array(), to.offset(), (int) bytes);
            return;
        }
        byte[] scratch = new byte[(int) Math.min(NATIVE_RUN, bytes)];
        for (long first = 0; first < bytes; first += NATIVE_RUN) {
            int run = (int) Math.min(NATIVE_RUN, bytes - first);
            MemorySegment.copy(source, JAVA_BYTE, first, scratch, 0, run);
            if (to != null) {
                kernel.apply(scratch, 0, to.array(), to.offset() + (int) first, run);
            } else {
                kernel.apply(scratch, 0, scratch, 0, run);
                MemorySegment.copy(scratch, 0, target, JAVA_BYTE, first, run);
            }
        }
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

    private static Kernel kernel(LookupTable... tables) {
        if (tables[0].bits() == Character.SIZE) {
            char[][] values = Arrays.stream(tables).map(LookupTable::chars).toArray(char[][]::new);
            return (from, at, to, toAt, length) -> Lookup.chars(from, at, to, toAt, length / Character.BYTES, values);
        }
        byte[][] values = Arrays.stream(tables).map(LookupTable::bytes).toArray(byte[][]::new);
        return (from, at, to, toAt, length) -> Lookup.bytes(from, at, to, toAt, length, values);
    }

    private interface Kernel {
        void apply(byte[] from, int at, byte[] to, int toAt, int length);
    }

    private static void mapWide(SegmentImage source, ComponentFunction function, MemorySegment to) {
        if (function instanceof LookupTable) {
            throw new ImageFormatException(
                    "there is no table for components of 32 bits; mode " + source.mode() + " is mapped by a function");
        }
        int[] run = new int[WIDE_RUN];
        long max = source.mode().maxValue();
        for (long first = 0; first < source.size().pixels(); first += WIDE_RUN) {
            int length = (int) Math.min(WIDE_RUN, source.size().pixels() - first);
            MemorySegment.copy(source.segment(), JAVA_INT_UNALIGNED, first * Integer.BYTES, run, 0, length);
            for (int i = 0; i < length; i++) {
                run[i] = (int) LookupTable.evaluate(function, Integer.toUnsignedLong(run[i]), max);
            }
            MemorySegment.copy(run, 0, to, JAVA_INT_UNALIGNED, first * Integer.BYTES, length);
        }
    }
}
