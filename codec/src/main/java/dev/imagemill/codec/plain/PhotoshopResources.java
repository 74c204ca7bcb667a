package dev.imagemill.codec.plain;

import java.util.Optional;

/** The image resources of a Photoshop document: numbered blocks, each announced by {@code 8BIM}. */
record PhotoshopResources(FileBytes file, long start, long end) {
    private static final int PROFILE = 1039;
    private static final int SIGNATURE = 0x3842494d; // "8BIM"

    /** The embedded ICC profile. A block that breaks the rules ends the search. */
    Optional<byte[]> profile() {
        long at = start;
        while (at + 12 <= end && file.bigInt(at) == SIGNATURE) {
            int id = file.bigU16(at + 4);
            // A name with its length, filled up to an even number of bytes.
            long size = at + 6 + (file.u8(at + 6) + 2) / 2 * 2L;
            if (size + 4 > end) {
                break;
            }
            long content = size + 4;
            long length = file.bigU32(size);
            if (length > end - content) {
                break;
            }
            if (id == PROFILE) {
                return Optional.of(file.bytes(content, length));
            }
            at = content + length + length % 2;
        }
        return Optional.empty();
    }
}
