package dev.imagemill.codec;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;

/**
 * The size that a JPEG's frame header (ITU-T T.81, section B.2.2) announces. libjpeg refuses sides above 65,500 as if the file were
 * damaged, so an image that is merely too large has to be told apart before it sees it.
 */
final class FrameHeader {
    private static final int START_OF_SCAN = 0xda;

    private final MemorySegment bytes;

    FrameHeader(MemorySegment bytes) {
        this.bytes = bytes;
    }

    /** Checks the size against the limits; says nothing about a file whose header it cannot follow. */
    void check(Limits limits) {
        long at = 2;
        while (at + 9 <= bytes.byteSize() && unsigned(at) == 0xff) {
            int marker = unsigned(at + 1);
            if (isStartOfFrame(marker)) {
                limits.checkHeader(pair(at + 7), pair(at + 5), 1);
                return;
            }
            if (marker == START_OF_SCAN) {
                return;
            }
            at += marker == 0xff ? 1 : 2 + pair(at + 2);
        }
    }

    /** SOF0 to SOF15, without DHT, JPG and DAC, which share their range. */
    private static boolean isStartOfFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private int pair(long at) {
        return unsigned(at) << 8 | unsigned(at + 1);
    }

    private int unsigned(long at) {
        return bytes.get(JAVA_BYTE, at) & 0xff;
    }
}
