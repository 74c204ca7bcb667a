package dev.imagemill.transform.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** TIFF files of a kind that the codec reads and does not write. */
final class TiffFiles {
    private static final short SHORT = 3;
    private static final short LONG = 4;

    private TiffFiles() {}

    /** Grey of 32 bits, unsigned, row by row. */
    static byte[] grey32(int width, int height, long... values) {
        int entries = 10;
        int pixels = 8 + 2 + 12 * entries + 4;
        ByteBuffer file = ByteBuffer.allocate(pixels + 4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) entries);
        entry(file, 256, LONG, width);
        entry(file, 257, LONG, height);
        entry(file, 258, SHORT, 32);
        entry(file, 259, SHORT, 1);
        entry(file, 262, SHORT, 1);
        entry(file, 273, LONG, pixels);
        entry(file, 277, SHORT, 1);
        entry(file, 278, LONG, height);
        entry(file, 279, LONG, 4 * values.length);
        entry(file, 339, SHORT, 1);
        file.putInt(0);
        for (long value : values) {
            file.putInt((int) value);
        }
        return file.array();
    }

    private static void entry(ByteBuffer file, int tag, short type, int value) {
        file.putShort((short) tag).putShort(type).putInt(1).putInt(value);
    }
}
