package dev.imagemill.ingest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.imagemill.codec.Codec;
import dev.imagemill.codec.EncodeOptions;
import dev.imagemill.codec.ImageFormat;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Images rendered for tests, sound and otherwise. */
final class TestImages {
    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int GREY = 0;

    private TestImages() {}

    /** A colour gradient; the seed makes images of one size differ. */
    static byte[] png(int width, int height, int seed) {
        return write(gradient(width, height, seed), "png");
    }

    static byte[] jpeg(int width, int height, int seed) {
        return write(gradient(width, height, seed), "jpg");
    }

    static byte[] webp(int width, int height) {
        return Codec.encode(
                Images.filled(Mode.RGB, new ImageSize(width, height), 200, 90, 30), EncodeOptions.of(ImageFormat.WEBP));
    }

    /** A PNG that consists of a header for the given size and hardly any pixels. */
    static byte[] pngOfSize(int width, int height) {
        return png(width, height, 8, new byte[100]);
    }

    /** A PNG of one-bit grey pixels, all of them there, that is tiny for its size. */
    static byte[] pngBomb(int width, int height) {
        return png(width, height, 1, new byte[(width / 8 + 1) * height]);
    }

    /** The first bytes of an uncompressed RGB TIFF, which as many zeros as it has samples complete. */
    static byte[] tiffHeader(int width, int height) {
        int[][] entries = {
            {256, 4, 1, width},
            {257, 4, 1, height},
            {258, 3, 1, 8},
            {259, 3, 1, 1},
            {262, 3, 1, 2},
            {273, 4, 1, 0},
            {277, 3, 1, 3},
            {278, 4, 1, height},
            {279, 4, 1, Math.multiplyExact(width * 3, height)}
        };
        int length = 8 + 2 + entries.length * 12 + 4 + 6;
        entries[5][3] = length;
        entries[2] = new int[] {258, 3, 3, length - 6};
        ByteBuffer header = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        header.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) entries.length);
        for (int[] entry : entries) {
            header.putShort((short) entry[0])
                    .putShort((short) entry[1])
                    .putInt(entry[2])
                    .putInt(entry[3]);
        }
        return header.putInt(0)
                .putShort((short) 8)
                .putShort((short) 8)
                .putShort((short) 8)
                .array();
    }

    private static byte[] png(int width, int height, int bits, byte[] scanLines) {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) bits)
                .put((byte) GREY)
                .array();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(PNG_SIGNATURE);
        chunk(file, "IHDR", header);
        chunk(file, "IDAT", deflated(scanLines));
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
        CRC32 crc = new CRC32();
        byte[] name = type.getBytes(US_ASCII);
        crc.update(name);
        crc.update(data);
        try (DataOutputStream out = new DataOutputStream(file)) {
            out.writeInt(data.length);
            out.write(name);
            out.write(data);
            out.writeInt((int) crc.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] deflated(byte[] data) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static BufferedImage gradient(int width, int height, int seed) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(
                0, 0, new Color(seed * 7919 & 0xffffff), width, height, new Color(~seed * 104_729 & 0xffffff)));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }

    private static byte[] write(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalStateException("there is no writer for " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
