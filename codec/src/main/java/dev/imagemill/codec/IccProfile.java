package dev.imagemill.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** An embedded colour profile (ICC.1:2022), as far as one has to look to know that it is sRGB and there is nothing to convert. */
final class IccProfile {
    private static final int TAG_TABLE = 128;
    private static final int TAG_ENTRY = 12;
    private static final int DESCRIPTION = 0x64657363; // "desc"
    private static final int RGB = 0x52474220; // "RGB "
    private static final int SPACE_AT = 16;
    private static final int MAX_TAGS = 100;

    private final ByteBuffer bytes;

    IccProfile(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /** Whether it is an RGB profile that calls itself sRGB, as those of its many makers do. */
    boolean isSrgb() {
        return bytes.capacity() > TAG_TABLE + 4 && bytes.getInt(SPACE_AT) == RGB && isSrgbName(description());
    }

    /** Whether a description begins with "sRGB" and does not go on to name another transfer curve. */
    static boolean isSrgbName(String description) {
        String name = description.toLowerCase(Locale.ROOT);
        boolean otherCurve = name.contains("linear") || (name.contains("transfer") && !name.contains("srgb transfer"));
        return name.startsWith("srgb") && !otherCurve;
    }

    /** The first description, without its type's framing; empty if there is none. */
    private String description() {
        int tags = Math.min(bytes.getInt(TAG_TABLE), MAX_TAGS);
        for (int i = 0; i < tags; i++) {
            int entry = TAG_TABLE + 4 + i * TAG_ENTRY;
            if (entry + TAG_ENTRY <= bytes.capacity() && bytes.getInt(entry) == DESCRIPTION) {
                return text(bytes.getInt(entry + 4), bytes.getInt(entry + 8));
            }
        }
        return "";
    }

    /** Version 2 has ASCII after 12 bytes; version 4 has UTF-16 records at an offset that stands at byte 24. */
    private String text(int offset, int length) {
        if (offset < 0 || length < 28 || offset > bytes.capacity() - length) {
            return "";
        }
        boolean ascii = bytes.getInt(offset) == DESCRIPTION;
        int start = ascii ? 12 : bytes.getInt(offset + 24);
        if (start < 0 || start > length) {
            return "";
        }
        return new String(
                bytes.array(),
                offset + start,
                length - start,
                ascii ? StandardCharsets.US_ASCII : StandardCharsets.UTF_16BE);
    }
}
