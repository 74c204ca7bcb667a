package dev.imagemill.cli.demo;

import dev.imagemill.imageop.ImageSize;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Still WebP pictures of one size put one after the other into an animated file (RFC 9649, section 2.7): a header that
 * says so, an {@code ANIM} chunk, and a frame chunk around each picture's bit stream.
 */
final class AnimatedWebp {
    private static final int RIFF_HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int ANIMATION_FLAG = 0x02;

    private AnimatedWebp() {}

    static byte[] of(List<byte[]> pictures, ImageSize size, int millisecondsAFrame) {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        chunks.writeBytes(chunk("VP8X", canvas(size)));
        chunks.writeBytes(chunk("ANIM", new byte[] {-1, -1, -1, -1, 0, 0}));
        for (byte[] picture : pictures) {
            chunks.writeBytes(chunk("ANMF", frame(bitStream(picture), size, millisecondsAFrame)));
        }
        byte[] body = chunks.toByteArray();
        byte[] file = new byte[RIFF_HEADER + body.length];
        little(file)
                .put(ascii("RIFF"))
                .putInt(4 + body.length)
                .put(ascii("WEBP"))
                .put(body);
        return file;
    }

    private static byte[] canvas(ImageSize size) {
        byte[] canvas = new byte[10];
        ByteBuffer fields = little(canvas).putInt(ANIMATION_FLAG);
        put24(fields, size.width() - 1);
        put24(fields, size.height() - 1);
        return canvas;
    }

    private static byte[] frame(byte[] bitStream, ImageSize size, int milliseconds) {
        byte[] frame = new byte[16 + bitStream.length];
        ByteBuffer fields = little(frame);
        put24(fields, 0);
        put24(fields, 0);
        put24(fields, size.width() - 1);
        put24(fields, size.height() - 1);
        put24(fields, milliseconds);
        fields.put((byte) 0).put(bitStream);
        return frame;
    }

    /** The chunk of the file that holds the pixels, its header included. */
    private static byte[] bitStream(byte[] webp) {
        ByteBuffer file = little(webp).position(RIFF_HEADER);
        while (file.remaining() >= CHUNK_HEADER) {
            int begin = file.position();
            String kind = new String(webp, begin, 4, StandardCharsets.US_ASCII);
            int length = file.getInt(begin + 4);
            int end = begin + CHUNK_HEADER + length + (length & 1);
            if (kind.equals("VP8 ") || kind.equals("VP8L")) {
                return Arrays.copyOfRange(webp, begin, end);
            }
            file.position(end);
        }
        throw new IllegalArgumentException("a WebP file without a picture");
    }

    private static byte[] chunk(String kind, byte[] content) {
        byte[] chunk = new byte[CHUNK_HEADER + content.length + (content.length & 1)];
        little(chunk).put(ascii(kind)).putInt(content.length).put(content);
        return chunk;
    }

    private static void put24(ByteBuffer buffer, int value) {
        buffer.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
