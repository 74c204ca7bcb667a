package dev.imagemill.codec;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * How a picture is to be turned, found in the EXIF segments of a JPEG (CIPA DC-008, section 4.6.4: tag 274 of the first directory).
 *
 * <p>Only what is written by the book is clear; of anything else, libvips has to say what it makes of it.
 */
final class ExifOrientation {
    private static final MemorySegment NAME = MemorySegment.ofArray("Exif".getBytes(StandardCharsets.US_ASCII));
    private static final MemorySegment SIGNATURE =
            MemorySegment.ofArray("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    private static final int INTEL = 0x4949;
    private static final int MOTOROLA = 0x4d4d;
    private static final int TIFF = 42;
    private static final int HEADER = 8;
    private static final int ENTRY = 12;
    private static final int ORIENTATION = 274;
    private static final int UNSIGNED_SHORT = 3;

    private int value = 1;
    private boolean seen;
    private boolean odd;

    /** Takes the content of an APP1 segment, whatever it is. */
    void add(MemorySegment content) {
        if (!starts(content, NAME)) {
            return;
        }
        odd = odd || seen || !starts(content, SIGNATURE) || !read(content.asSlice(SIGNATURE.byteSize()));
        seen = true;
    }

    /** Whether there is no EXIF, or one whose orientation is beyond doubt. */
    boolean isClear() {
        return !odd;
    }

    /** 1..8; 1 if nothing or nonsense is said. */
    int value() {
        return value;
    }

    /** Reads the first directory; false if there is anything odd about it before the orientation, or about that. */
    private boolean read(MemorySegment tiff) {
        if (tiff.byteSize() < HEADER) {
            return false;
        }
        int mark = tiff.get(shorts(ByteOrder.BIG_ENDIAN), 0);
        if (mark != INTEL && mark != MOTOROLA) {
            return false;
        }
        ByteOrder order = mark == INTEL ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        long directory = Integer.toUnsignedLong(tiff.get(ints(order), 4));
        if (tiff.get(shorts(order), 2) != TIFF || directory < HEADER || directory > tiff.byteSize() - 2) {
            return false;
        }
        int entries = Short.toUnsignedInt(tiff.get(shorts(order), directory));
        boolean whole = directory + 2 + (long) entries * ENTRY <= tiff.byteSize();
        return whole && read(tiff, order, directory + 2, entries);
    }

    private boolean read(MemorySegment tiff, ByteOrder order, long first, int entries) {
        int before = 0;
        for (int i = 0; i < entries; i++) {
            long entry = first + (long) i * ENTRY;
            int tag = Short.toUnsignedInt(tiff.get(shorts(order), entry));
            if (tag <= before) {
                return false;
            }
            if (tag == ORIENTATION) {
                return read(tiff, order, entry);
            }
            before = tag;
        }
        return true;
    }

    private boolean read(MemorySegment tiff, ByteOrder order, long entry) {
        if (tiff.get(shorts(order), entry + 2) != UNSIGNED_SHORT || tiff.get(ints(order), entry + 4) != 1) {
            return false;
        }
        int stored = Short.toUnsignedInt(tiff.get(shorts(order), entry + 8));
        value = stored >= 1 && stored <= 8 ? stored : 1;
        return true;
    }

    private static ValueLayout.OfShort shorts(ByteOrder order) {
        return ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order);
    }

    private static ValueLayout.OfInt ints(ByteOrder order) {
        return ValueLayout.JAVA_INT_UNALIGNED.withOrder(order);
    }

    private static boolean starts(MemorySegment content, MemorySegment prefix) {
        return content.byteSize() >= prefix.byteSize()
                && content.asSlice(0, prefix.byteSize()).mismatch(prefix) < 0;
    }
}
