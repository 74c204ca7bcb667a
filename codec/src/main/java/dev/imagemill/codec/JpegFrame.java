package dev.imagemill.codec;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;

/**
 * A frame header of a JPEG (ITU-T T.81, section B.2.2), as far as one has to look to know which process made the picture.
 *
 * @param marker SOF0 to SOF15: the coding process
 * @param precision bits of a sample
 * @param components of a pixel
 * @param width in pixels
 * @param height in pixels; 0 if it is said only after the first scan
 * @param singleColour whether the second and the third component have one sample each where the first has one or several
 */
record JpegFrame(int marker, int precision, int components, int width, int height, boolean singleColour) {
    private static final int BASELINE = 0xc0;
    private static final int EXTENDED = 0xc1;
    private static final int PROGRESSIVE = 0xc2;
    private static final int SHORTEST = 6;

    // Identifier, sampling factors in half a byte each, number of a table.
    private static final int COMPONENT_BYTES = 3;
    private static final int ONE_BY_ONE = 0x11;

    /** Whether a marker is SOF0 to SOF15: without DHT, JPG and DAC, which share their range. */
    static boolean isMarker(int code) {
        return code >= BASELINE && code <= 0xcf && code != 0xc4 && code != 0xc8 && code != 0xcc;
    }

    /** Reads what follows marker and length. What is missing counts as 0. */
    static JpegFrame of(int marker, MemorySegment content) {
        if (content.byteSize() < SHORTEST) {
            return new JpegFrame(marker, 0, 0, 0, 0, false);
        }
        return new JpegFrame(
                marker,
                unsigned(content, 0),
                unsigned(content, 5),
                pair(content, 3),
                pair(content, 1),
                isSingle(content, 1) && isSingle(content, 2));
    }

    private static boolean isSingle(MemorySegment content, int component) {
        long factors = SHORTEST + (long) component * COMPONENT_BYTES + 1;
        return factors < content.byteSize() && unsigned(content, factors) == ONE_BY_ONE;
    }

    /** Whether each scan holds all coefficients of its components. */
    boolean isSequential() {
        return marker <= EXTENDED;
    }

    /** Whether coefficients come in several scans, each refining what came before. */
    boolean isProgressive() {
        return marker == PROGRESSIVE;
    }

    /** Whether it is a grey or coloured picture of 8 bits with Huffman coding, as nearly all are. */
    boolean isOrdinary() {
        return (isSequential() || isProgressive())
                && precision == 8
                && (components == 1 || components == 3)
                && width > 0
                && height > 0;
    }

    private static int pair(MemorySegment content, long at) {
        return (unsigned(content, at) << 8) | unsigned(content, at + 1);
    }

    private static int unsigned(MemorySegment content, long at) {
        return content.get(JAVA_BYTE, at) & 0xff;
    }
}
