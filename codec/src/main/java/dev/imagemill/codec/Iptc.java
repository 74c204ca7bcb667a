package dev.imagemill.codec;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The datasets of an IPTC block (IPTC-NAA Information Interchange Model 4.2, record 2), bare or in Photoshop's resources. */
final class Iptc {
    static final int BY_LINE = 80;
    static final int COPYRIGHT_NOTICE = 116;

    private static final int TAG = 0x1c;
    private static final int APPLICATION_RECORD = 2;
    private static final int HEADER = 5;

    private Iptc() {}

    /** The first text of a dataset. What a block is wrapped in is passed over. */
    static Optional<String> text(byte[] block, int dataset) {
        for (int at = 0; at + HEADER <= block.length; at++) {
            if (block[at] == TAG && block[at + 1] == APPLICATION_RECORD && (block[at + 2] & 0xff) == dataset) {
                int length = (block[at + 3] & 0xff) << 8 | (block[at + 4] & 0xff);
                if (length > 0 && length <= block.length - at - HEADER) {
                    String text = new String(block, at + HEADER, length, StandardCharsets.UTF_8);
                    return Optional.of(text.replace("\0", ""));
                }
            }
        }
        return Optional.empty();
    }
}
