package dev.imagemill.codec.plain;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The bytes of a file, for reading its header: whatever lies beyond the end is a fault of the header. */
record FileBytes(MemorySegment segment) {
    private static final ValueLayout.OfShort LITTLE_SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort BIG_SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt LITTLE_INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt BIG_INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    long length() {
        return segment.byteSize();
    }

    int u8(long at) {
        return segment.get(JAVA_BYTE, within(at, 1)) & 0xff;
    }

    int littleU16(long at) {
        return Short.toUnsignedInt(segment.get(LITTLE_SHORT, within(at, 2)));
    }

    int bigU16(long at) {
        return Short.toUnsignedInt(segment.get(BIG_SHORT, within(at, 2)));
    }

    int littleInt(long at) {
        return segment.get(LITTLE_INT, within(at, 4));
    }

    long littleU32(long at) {
        return Integer.toUnsignedLong(littleInt(at));
    }

    int bigInt(long at) {
        return segment.get(BIG_INT, within(at, 4));
    }

    long bigU32(long at) {
        return Integer.toUnsignedLong(bigInt(at));
    }

    /** Text of one byte a character. */
    String text(long at, int length) {
        return new String(bytes(at, length), StandardCharsets.ISO_8859_1);
    }

    byte[] bytes(long at, long length) {
        return segment.asSlice(within(at, length), length).toArray(JAVA_BYTE);
    }

    /** The bytes from here on, to be read as pixels. */
    PixelBytes pixels(long at) {
        return new PixelBytes(segment, Math.min(at, length()));
    }

    private long within(long at, long length) {
        if (at < 0 || length < 0 || at > length() - length) {
            throw PlainFormatException.header("the header is cut off: it goes on to byte " + (at + length)
                    + ", and the file has " + length() + " bytes");
        }
        return at;
    }
}
