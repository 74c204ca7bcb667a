package dev.imagemill.codec;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/** The beginning of a WebP (RFC 9649): a RIFF header, and one chunk that says of what kind it is. */
final class WebPHeader {
    private static final int FIRST_CHUNK = 12;
    private static final int FLAGS = 20;
    private static final int LEAST = 30;

    private static final int ANIMATION = 0x02;
    private static final int ALPHA = 0x10;
    private static final int PROFILE = 0x20;

    private WebPHeader() {}

    /** Whether what follows may be one picture in luma and colour, without alpha, profile and company. */
    static boolean mayBePlain(MemorySegment file) {
        if (file.byteSize() < LEAST
                || !text(file, 0).equals("RIFF")
                || !text(file, 8).equals("WEBP")) {
            return false;
        }
        return switch (text(file, FIRST_CHUNK)) {
            case "VP8 " -> true;
            case "VP8X" -> (file.get(JAVA_BYTE, FLAGS) & (ANIMATION | ALPHA | PROFILE)) == 0;
            default -> false;
        };
    }

    private static String text(MemorySegment file, long at) {
        return new String(file.asSlice(at, 4).toArray(JAVA_BYTE), StandardCharsets.ISO_8859_1);
    }
}
