package dev.imagemill.cli.demo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Files that claim to be images and are not, or not wholly. */
final class BrokenFiles {
    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private BrokenFiles() {}

    /** The first three fifths of a file, as a copy that was interrupted leaves it. */
    static byte[] cutOff(byte[] file) {
        return Arrays.copyOf(file, file.length * 3 / 5);
    }

    /** A letter. */
    static byte[] text() {
        return "Dear photographs, I am a letter and only look like one of you from outside.\n"
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** A PNG whose header announces 100,000 by 100,000 pixels: 30 gigabytes once decoded. */
    static byte[] hugePng() {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(100_000)
                .putInt(100_000)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        byte[] emptyDeflate = {0x78, (byte) 0x9C, 3, 0, 0, 0, 0, 1};
        return ByteBuffer.allocate(PNG_SIGNATURE.length + 3 * 12 + header.length + emptyDeflate.length)
                .put(PNG_SIGNATURE)
                .put(chunk("IHDR", header))
                .put(chunk("IDAT", emptyDeflate))
                .put(chunk("IEND", new byte[0]))
                .array();
    }

    private static byte[] chunk(String kind, byte[] content) {
        byte[] name = kind.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(content);
        return ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(name)
                .put(content)
                .putInt((int) checksum.getValue())
                .array();
    }
}
