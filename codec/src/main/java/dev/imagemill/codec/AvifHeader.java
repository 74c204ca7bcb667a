package dev.imagemill.codec;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * The sizes that an AVIF announces in its {@code ispe} properties (ISO/IEC 23008-12, section 6.5.3). libheif has limits of its own and
 * calls what exceeds them damaged, so an image that is merely too large has to be told apart before it sees it.
 */
final class AvifHeader {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final int ISPE = 0x69737065;
    private static final int BOX_BYTES = 20;

    /** Properties stand at the front; what lies deeper is looked for in vain. */
    private static final long SEARCHED = 64 << 10;

    private AvifHeader() {}

    static void check(MemorySegment bytes, Limits limits) {
        long end = Math.min(bytes.byteSize(), SEARCHED) - BOX_BYTES;
        for (long at = 0; at <= end; at++) {
            boolean found = bytes.get(JAVA_BYTE, at + 4) == 'i'
                    && bytes.get(INT, at + 4) == ISPE
                    && bytes.get(INT, at) == BOX_BYTES
                    && bytes.get(INT, at + 8) == 0;
            if (found) {
                limits.checkHeader(side(bytes, at + 12), side(bytes, at + 16), 1);
            }
        }
    }

    private static long side(MemorySegment bytes, long at) {
        return Integer.toUnsignedLong(bytes.get(INT, at));
    }
}
