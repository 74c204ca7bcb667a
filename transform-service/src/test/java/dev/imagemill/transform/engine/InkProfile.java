package dev.imagemill.transform.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A printer's ICC profile (ICC.1:2001, tables of 16 bits) of an ink that is easily foretold: black alone, so much of it as lightness L* is missing.
 */
public final class InkProfile {
    private static final int WHITE = 0xff00; // L* of 100
    private static final int NEUTRAL = 0x8000; // a* and b* of 0
    private static final int MOST = 0xffff;
    private static final int TAG_TABLE = 128;
    private static final int TAG_ENTRY = 12;

    private InkProfile() {}

    /** The file. */
    public static byte[] bytes() {
        byte[] toColour = table(
                4,
                3,
                corner -> (corner & 1) == 1 ? new int[] {0, NEUTRAL, NEUTRAL} : new int[] {WHITE, NEUTRAL, NEUTRAL});
        byte[] toInk = table(3, 4, corner -> new int[] {0, 0, 0, (corner & 4) == 4 ? 0 : MOST});
        byte[] white = ByteBuffer.allocate(20)
                .put(ascii("XYZ "))
                .putInt(0)
                .putInt(0xf6d6)
                .putInt(0x10000)
                .putInt(0xd32d)
                .array();
        int contents = TAG_TABLE + 4 + 3 * TAG_ENTRY;
        ByteBuffer file = ByteBuffer.allocate(contents + white.length + toColour.length + toInk.length);
        file.putInt(0, file.capacity())
                .put(8, new byte[] {2, 0x10})
                .put(12, ascii("prtrCMYKLab "))
                .put(36, ascii("acsp"));
        file.putInt(68, 0xf6d6).putInt(72, 0x10000).putInt(76, 0xd32d);
        file.position(TAG_TABLE).putInt(3);
        int at = contents;
        at = tag(file, "wtpt", white, at);
        at = tag(file, "A2B0", toColour, at);
        tag(file, "B2A0", toInk, at);
        return file.array();
    }

    private static int tag(ByteBuffer file, String signature, byte[] content, int at) {
        file.put(ascii(signature)).putInt(at).putInt(content.length).put(at, content);
        return at + content.length;
    }

    private interface Corners {
        int[] at(int corner);
    }

    /** Straight curves, and between them a table of the corners alone. */
    private static byte[] table(int inputs, int outputs, Corners corners) {
        int count = 1 << inputs;
        ByteBuffer table = ByteBuffer.allocate(52 + 2 * (2 * inputs + count * outputs + 2 * outputs));
        table.put(ascii("mft2"))
                .putInt(0)
                .put((byte) inputs)
                .put((byte) outputs)
                .put((byte) 2)
                .put((byte) 0);
        for (int i = 0; i < 9; i++) {
            table.putInt(i % 4 == 0 ? 0x10000 : 0);
        }
        table.putShort((short) 2).putShort((short) 2);
        straight(table, inputs);
        for (int corner = 0; corner < count; corner++) {
            for (int value : corners.at(corner)) {
                table.putShort((short) value);
            }
        }
        straight(table, outputs);
        return table.array();
    }

    private static void straight(ByteBuffer table, int curves) {
        for (int i = 0; i < curves; i++) {
            table.putShort((short) 0).putShort((short) MOST);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
