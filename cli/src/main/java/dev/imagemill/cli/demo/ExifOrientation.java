package dev.imagemill.cli.demo;

import dev.imagemill.imageop.Image;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Photographs as a turned camera writes them: pixels lying one way, and a note of how to look at them (EXIF 2.32, tag 0x0112). */
final class ExifOrientation {
    private static final int START_OF_IMAGE_LENGTH = 2;
    private static final int TAG_ORIENTATION = 0x0112;
    private static final int TYPE_SHORT = 3;

    private ExifOrientation() {}

    /** The pixels to store so that a viewer that heeds the orientation (1 to 8) shows this upright image. */
    static Image stored(Image upright, int orientation) {
        return switch (orientation) {
            case 1 -> upright;
            case 2 -> upright.flipHorizontal();
            case 3 -> upright.rotate180();
            case 4 -> upright.flipVertical();
            case 5 -> upright.transpose();
            case 6 -> upright.rotate90();
            case 7 -> upright.transverse();
            case 8 -> upright.rotate270();
            default -> throw new IllegalArgumentException("orientation is " + orientation + ", expected 1 to 8");
        };
    }

    /** The JPEG with an EXIF segment that says the orientation, right after its start. */
    static byte[] tagged(byte[] jpeg, int orientation) {
        byte[] segment = segment(orientation);
        return ByteBuffer.allocate(jpeg.length + segment.length)
                .put(jpeg, 0, START_OF_IMAGE_LENGTH)
                .put(segment)
                .put(jpeg, START_OF_IMAGE_LENGTH, jpeg.length - START_OF_IMAGE_LENGTH)
                .array();
    }

    /** An APP1 segment: marker and length, "Exif", then a TIFF structure of one directory with one entry. */
    private static byte[] segment(int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        tiff.putShort((short) 1);
        tiff.putShort((short) TAG_ORIENTATION)
                .putShort((short) TYPE_SHORT)
                .putInt(1)
                .putInt(orientation);
        tiff.putInt(0);
        byte[] identifier = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
        int length = Short.BYTES + identifier.length + tiff.capacity();
        return ByteBuffer.allocate(Short.BYTES + length)
                .putShort((short) 0xFFE1)
                .putShort((short) length)
                .put(identifier)
                .put(tiff.array())
                .array();
    }
}
