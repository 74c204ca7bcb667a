package dev.imagemill.codec;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;

/**
 * The scans of a JPEG that has several of them. Each goes over all coefficients of the picture, however few bytes it takes, so a small
 * file can keep a decoder busy for minutes.
 */
final class JpegScans {
    /** Encoders write ten or so, optimisers a few dozen; TurboJPEG draws the line here, too. */
    static final int MOST = 500;

    private static final int RESTART_0 = 0xd0;
    private static final int RESTART_7 = 0xd7;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int START_OF_SCAN = 0xda;

    private JpegScans() {}

    /**
     * Counts the scans.
     *
     * @param firstEnd where the header of the first scan ends
     * @throws UnsupportedImage if there are more than {@value #MOST}
     */
    static void check(MemorySegment bytes, long firstEnd) {
        int scans = 1;
        long at = firstEnd;
        while (at + 4 <= bytes.byteSize()) {
            int code = unsigned(bytes, at) == 0xff ? unsigned(bytes, at + 1) : 0;
            if (code == END_OF_IMAGE) {
                return;
            }
            if (code == START_OF_SCAN && ++scans > MOST) {
                throw new UnsupportedImage("JPEGs of more than " + MOST + " scans are not read");
            }
            at += startsSegment(code) ? 2 + Math.max(2, pair(bytes, at + 2)) : 1;
        }
    }

    /** Whether a length and that many bytes follow: not behind the bytes that mean nothing, nor behind restart markers. */
    private static boolean startsSegment(int code) {
        return (code > RESTART_7 && code != 0xff) || (code > 1 && code < RESTART_0);
    }

    private static int pair(MemorySegment bytes, long at) {
        return (unsigned(bytes, at) << 8) | unsigned(bytes, at + 1);
    }

    private static int unsigned(MemorySegment bytes, long at) {
        return bytes.get(JAVA_BYTE, at) & 0xff;
    }
}
