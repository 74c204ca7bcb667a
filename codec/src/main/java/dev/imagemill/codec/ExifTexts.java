package dev.imagemill.codec;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The texts of an EXIF block's first directory (CIPA DC-008, section 4.6). */
final class ExifTexts {
    static final int ARTIST = 315;
    static final int COPYRIGHT = 33_432;

    private static final int SIGNATURE_BYTES = 6;
    private static final int ENTRY = 12;
    private static final int ASCII = 2;
    private static final int INLINE = 4;

    private ExifTexts() {}

    /** The text of a tag, up to its first null byte; a block that breaks the rules has none. */
    static Optional<String> find(byte[] block, int tag) {
        boolean signed = block.length > SIGNATURE_BYTES && block[0] == 'E' && block[1] == 'x';
        ByteBuffer tiff = signed
                ? ByteBuffer.wrap(block, SIGNATURE_BYTES, block.length - SIGNATURE_BYTES)
                        .slice()
                : ByteBuffer.wrap(block);
        try {
            return text(tiff, tag);
        } catch (IndexOutOfBoundsException | BufferUnderflowException broken) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(ByteBuffer tiff, int tag) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY;
            if (Short.toUnsignedInt(tiff.getShort(entry)) == tag && tiff.getShort(entry + 2) == ASCII) {
                int length = tiff.getInt(entry + 4);
                int at = length <= INLINE ? entry + 8 : tiff.getInt(entry + 8);
                String text =
                        StandardCharsets.UTF_8.decode(tiff.slice(at, length)).toString();
                int end = text.indexOf('\0');
                return Optional.of(end < 0 ? text : text.substring(0, end)).filter(found -> !found.isBlank());
            }
        }
        return Optional.empty();
    }
}
