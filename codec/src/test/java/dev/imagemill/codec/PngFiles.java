package dev.imagemill.codec;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes PNG files by hand, sound or not. */
final class PngFiles {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private PngFiles() {}

    /** A grey image whose header says one size and whose data is this many zero bytes, well compressed. */
    static byte[] zeros(int width, int height, long length) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(SIGNATURE);
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) 8)
                .array();
        chunk(file, "IHDR", header);
        chunk(file, "IDAT", deflatedZeros(length));
        chunk(file, "IEND");
        return file.toByteArray();
    }

    /** A sound picture with a compressed colour profile and a compressed text of so many zeros each. */
    static byte[] withUnpackedMetadata(int width, int height, long length) {
        ByteArrayOutputStream metadata = new ByteArrayOutputStream();
        chunk(metadata, "iCCP", named("profile", deflatedZeros(length)));
        chunk(metadata, "zTXt", named("Comment", deflatedZeros(length)));
        byte[] sound = zeros(width, height, (width + 1L) * height);
        int afterHeader = SIGNATURE.length + 12 + 13;
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(sound, 0, afterHeader);
        file.writeBytes(metadata.toByteArray());
        file.write(sound, afterHeader, sound.length - afterHeader);
        return file.toByteArray();
    }

    private static byte[] named(String name, byte[] deflated) {
        byte[] prefix = (name + "\0\0").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(prefix.length + deflated.length)
                .put(prefix)
                .put(deflated)
                .array();
    }

    private static byte[] deflatedZeros(long length) {
        Deflater deflater = new Deflater(9);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] zeros = new byte[1 << 16];
        byte[] buffer = new byte[1 << 16];
        for (long left = length; left > 0; left -= zeros.length) {
            deflater.setInput(zeros, 0, (int) Math.min(left, zeros.length));
            while (!deflater.needsInput()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte... data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        file.writeBytes(name);
        file.writeBytes(data);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
