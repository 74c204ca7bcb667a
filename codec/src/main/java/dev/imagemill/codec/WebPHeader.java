package dev.imagemill.codec;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The beginning of a WebP (RFC 9649): a RIFF header, one chunk that says of what kind the file is, and maybe a colour profile. */
final class WebPHeader {
    private static final int FIRST_CHUNK = 12;
    private static final int FLAGS = 20;
    private static final int SECOND_CHUNK = 30;
    private static final int SECOND_LENGTH = 34;
    private static final int SECOND_CONTENT = 38;

    private static final int ANIMATION = 0x02;
    private static final int ALPHA = 0x10;
    private static final int PROFILE = 0x20;

    private static final ValueLayout.OfInt LENGTH = JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private WebPHeader() {}

    /**
     * Whether what follows may be one picture in luma and colour, without alpha and company.
     *
     * @param toSrgb whether a colour profile other than sRGB matters
     */
    static boolean mayBePlain(MemorySegment file, boolean toSrgb) {
        if (file.byteSize() < SECOND_CHUNK
                || !text(file, 0).equals("RIFF")
                || !text(file, 8).equals("WEBP")) {
            return false;
        }
        return switch (text(file, FIRST_CHUNK)) {
            case "VP8 " -> true;
            case "VP8X" -> {
                int flags = file.get(JAVA_BYTE, FLAGS);
                boolean managed = toSrgb && (flags & PROFILE) != 0;
                yield (flags & (ANIMATION | ALPHA)) == 0
                        && (!managed || profile(file).filter(IccProfile::isSrgb).isPresent());
            }
            default -> false;
        };
    }

    private static Optional<IccProfile> profile(MemorySegment file) {
        if (file.byteSize() < SECOND_CONTENT || !text(file, SECOND_CHUNK).equals("ICCP")) {
            return Optional.empty();
        }
        long length = Integer.toUnsignedLong(file.get(LENGTH, SECOND_LENGTH));
        return length <= file.byteSize() - SECOND_CONTENT
                ? Optional.of(
                        new IccProfile(file.asSlice(SECOND_CONTENT, length).toArray(JAVA_BYTE)))
                : Optional.empty();
    }

    private static String text(MemorySegment file, long at) {
        return new String(file.asSlice(at, 4).toArray(JAVA_BYTE), StandardCharsets.ISO_8859_1);
    }
}
