package dev.imagemill.benchmark.photograph;

import dev.imagemill.codec.Codec;
import dev.imagemill.codec.ImageFormat;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** The same picture under another digest: a little metadata that every decoder passes over, where its format has a place for it. */
public final class DistinctCopy {
    private static final int PNG_SIGNATURE_AND_HEADER = 33;
    private static final int RIFF_HEADER = 8;

    private DistinctCopy() {}

    /** The file with this text in it. */
    public static byte[] of(byte[] file, String text) {
        byte[] note = text.getBytes(StandardCharsets.US_ASCII);
        ImageFormat format = Codec.sniff(file)
                .orElseThrow(() -> new IllegalArgumentException("the file is no picture that is known"));
        return switch (format) {
            case JPEG -> jpeg(file, note);
            case PNG -> png(file, note);
            case WEBP -> webp(file, note);
            default -> throw new IllegalArgumentException(format + " has no place for a text");
        };
    }

    /** A comment segment behind the start of image. */
    private static byte[] jpeg(byte[] file, byte[] note) {
        byte[] segment = ByteBuffer.allocate(4 + note.length)
                .putShort((short) 0xFFFE)
                .putShort((short) (2 + note.length))
                .put(note)
                .array();
        return inserted(file, 2, segment);
    }

    /** A {@code tEXt} chunk behind the header. */
    private static byte[] png(byte[] file, byte[] note) {
        byte[] typeAndText =
                ("tEXtComment\0" + new String(note, StandardCharsets.US_ASCII)).getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(typeAndText);
        byte[] chunk = ByteBuffer.allocate(8 + typeAndText.length)
                .putInt(typeAndText.length - 4)
                .put(typeAndText)
                .putInt((int) checksum.getValue())
                .array();
        return inserted(file, PNG_SIGNATURE_AND_HEADER, chunk);
    }

    /** A chunk of a type that nobody knows, at the end. */
    private static byte[] webp(byte[] file, byte[] note) {
        int padded = note.length + note.length % 2;
        byte[] chunk = ByteBuffer.allocate(8 + padded)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("note".getBytes(StandardCharsets.US_ASCII))
                .putInt(note.length)
                .put(note)
                .array();
        byte[] whole = inserted(file, file.length, chunk);
        ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).putInt(4, whole.length - RIFF_HEADER);
        return whole;
    }

    private static byte[] inserted(byte[] file, int at, byte[] piece) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(file.length + piece.length);
        whole.write(file, 0, at);
        whole.writeBytes(piece);
        whole.write(file, at, file.length - at);
        return whole.toByteArray();
    }
}
