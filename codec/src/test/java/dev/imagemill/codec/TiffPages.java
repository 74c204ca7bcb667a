package dev.imagemill.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** TIFF files of grey pages, written field by field. */
final class TiffPages {
    private static final int HEIGHT = 4;
    private static final int FIELDS = 9;
    private static final int DIRECTORY = 2 + FIELDS * 12 + 4;

    private TiffPages() {}

    /** A page for each width. */
    static byte[] ofWidths(int... widths) {
        int length = 8;
        for (int width : widths) {
            length += DIRECTORY + width * HEIGHT;
        }
        ByteBuffer file = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        for (int i = 0; i < widths.length; i++) {
            int pixels = file.position() + DIRECTORY;
            int next = pixels + widths[i] * HEIGHT;
            file.putShort((short) FIELDS);
            field(file, 256, 4, widths[i]);
            field(file, 257, 4, HEIGHT);
            field(file, 258, 3, 8);
            field(file, 259, 3, 1);
            field(file, 262, 3, 1);
            field(file, 273, 4, pixels);
            field(file, 277, 3, 1);
            field(file, 278, 4, HEIGHT);
            field(file, 279, 4, widths[i] * HEIGHT);
            file.putInt(i + 1 < widths.length ? next : 0);
            for (int p = 0; p < widths[i] * HEIGHT; p++) {
                file.put((byte) (10 * i + p));
            }
        }
        return file.array();
    }

    private static void field(ByteBuffer file, int tag, int type, int value) {
        file.putShort((short) tag).putShort((short) type).putInt(1).putInt(value);
    }
}
