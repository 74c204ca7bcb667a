package dev.imagemill.codec;

import dev.imagemill.imageop.Mode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Files made to hurt whoever opens them: small on disk, large in memory, long in work, or curious about the machine. */
final class HostileFiles {
    private HostileFiles() {}

    /** An animation of so many frames of one pixel on a canvas of this size. */
    static byte[] gif(int width, int height, int frames) {
        ByteBuffer file = ByteBuffer.allocate(20 + 23 * frames).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("GIF89a")).putShort((short) width).putShort((short) height);
        file.put(new byte[] {(byte) 0x80, 0, 0, 0, 0, 0, -1, -1, -1});
        for (int i = 0; i < frames; i++) {
            file.put(new byte[] {0x21, (byte) 0xf9, 4, 0, 0, 0, 0, 0});
            file.put((byte) ',')
                    .putInt(0)
                    .putShort((short) 1)
                    .putShort((short) 1)
                    .put((byte) 0);
            file.put(new byte[] {2, 2, 0x44, 1, 0});
        }
        file.put((byte) ';');
        return Arrays.copyOf(file.array(), file.position());
    }

    /** Pages of one pixel, each directory pointing to the next, the last to where {@code loop} says: 0 ends the file, 8 begins anew. */
    static byte[] tiff(int pages, int loop) {
        int entries = 9;
        int length = 2 + 12 * entries + 4 + 2;
        ByteBuffer file = ByteBuffer.allocate(8 + pages * length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("II*\0")).putInt(8);
        for (int page = 0; page < pages; page++) {
            int strip = file.position() + length - 2;
            file.putShort((short) entries);
            entry(file, 256, 1);
            entry(file, 257, 1);
            entry(file, 258, 8);
            entry(file, 259, 1);
            entry(file, 262, 1);
            entry(file, 273, strip);
            entry(file, 277, 1);
            entry(file, 278, 1);
            entry(file, 279, 1);
            file.putInt(page + 1 < pages ? strip + 2 : loop).putShort((short) 0);
        }
        return file.array();
    }

    private static void entry(ByteBuffer file, int tag, int value) {
        file.putShort((short) tag).putShort((short) 4).putInt(1).putInt(value);
    }

    /** An animation of one frame, of 40 x 30 pixels, on a canvas of this size. */
    static byte[] webp(int width, int height) {
        byte[] still = Codec.encode(Pictures.waves(Mode.RGB, 40, 30), EncodeOptions.of(ImageFormat.WEBP));
        int picture = still.length - 12;
        ByteBuffer file = ByteBuffer.allocate(12 + 18 + 14 + 24 + picture).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(file.capacity() - 8).put(ascii("WEBP"));
        file.put(ascii("VP8X")).putInt(10).putInt(2);
        threeBytes(file, width - 1);
        threeBytes(file, height - 1);
        file.put(ascii("ANIM")).putInt(6).putInt(0).putShort((short) 0);
        file.put(ascii("ANMF")).putInt(16 + picture);
        for (int number : new int[] {0, 0, 39, 29, 100}) {
            threeBytes(file, number);
        }
        return file.put((byte) 0).put(still, 12, picture).array();
    }

    private static void threeBytes(ByteBuffer file, int number) {
        file.put((byte) number).put((byte) (number >> 8)).put((byte) (number >> 16));
    }

    /** An EXIF block whose directory has itself for its next and for its sub-directories, and entries that lie anywhere. */
    static byte[] exif() {
        ByteBuffer exif = ByteBuffer.allocate(8 + 2 + 12 * 300 + 4);
        exif.put(ascii("MM\0*")).putInt(8).putShort((short) 300);
        int[] tags = {0x8769, 0x8825, 0xa005, 0x0112, 0x0111, 0x0201, 0x0202, 0x927c};
        for (int i = 0; i < 300; i++) {
            exif.putShort((short) tags[i % tags.length])
                    .putShort((short) (i % 14))
                    .putInt(i % 2 == 0 ? 1 : -1);
            exif.putInt(i % 3 == 0 ? 8 : i % 3 == 1 ? -1 : 0x7fffffff);
        }
        exif.putInt(8);
        ByteArrayOutputStream segment = new ByteArrayOutputStream();
        segment.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1});
        int length = 2 + 6 + exif.capacity();
        segment.write(length >> 8);
        segment.write(length);
        segment.writeBytes(ascii("Exif\0\0"));
        segment.writeBytes(exif.array());
        return JpegFiles.insert(jpeg(), 2, segment.toByteArray());
    }

    static byte[] jpeg() {
        return Codec.encode(Pictures.waves(Mode.RGB, 40, 30), EncodeOptions.of(ImageFormat.JPEG));
    }

    static byte[] svg(String content) {
        return svg("", content);
    }

    static byte[] svg(String doctype, String content) {
        return (doctype + "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
                        + " width='40' height='30'>" + content + "</svg>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
