package dev.imagemill.cli.demo;

import dev.imagemill.imageop.Image;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A picture separated into inks and written as a plain TIFF 6.0 file (section 16, "CMYK Images"), one strip, uncompressed. */
final class CmykTiff {
    private static final int ENTRIES = 10;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int INKS = 4;

    private final ByteBuffer file;

    private CmykTiff(int bytes) {
        file = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static byte[] of(Image rgb) {
        int width = rgb.size().width();
        int height = rgb.size().height();
        int bitsAt = 8 + 2 + ENTRIES * 12 + 4;
        int pixelsAt = bitsAt + INKS * Short.BYTES;
        int pixelBytes = width * height * INKS;
        CmykTiff tiff = new CmykTiff(pixelsAt + pixelBytes);
        tiff.file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        tiff.file.putShort((short) ENTRIES);
        tiff.entry(256, LONG, 1, width);
        tiff.entry(257, LONG, 1, height);
        tiff.entry(258, SHORT, INKS, bitsAt);
        tiff.entry(259, SHORT, 1, 1); // no compression
        tiff.entry(262, SHORT, 1, 5); // inks
        tiff.entry(273, LONG, 1, pixelsAt);
        tiff.entry(277, SHORT, 1, INKS);
        tiff.entry(278, LONG, 1, height);
        tiff.entry(279, LONG, 1, pixelBytes);
        tiff.entry(332, SHORT, 1, 1); // the inks are C, M, Y and K
        tiff.file.putInt(0);
        for (int ink = 0; ink < INKS; ink++) {
            tiff.file.putShort((short) 8);
        }
        tiff.separate(rgb);
        return tiff.file.array();
    }

    private void entry(int tag, int type, int count, int value) {
        file.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** Grey becomes black ink: the least of the three, taken out of them. */
    private void separate(Image rgb) {
        for (int y = 0; y < rgb.size().height(); y++) {
            for (int x = 0; x < rgb.size().width(); x++) {
                int cyan = 255 - (int) rgb.component(x, y, 0);
                int magenta = 255 - (int) rgb.component(x, y, 1);
                int yellow = 255 - (int) rgb.component(x, y, 2);
                int black = Math.min(cyan, Math.min(magenta, yellow)) * 2 / 3;
                ink(cyan, black);
                ink(magenta, black);
                ink(yellow, black);
                file.put((byte) black);
            }
        }
    }

    private void ink(int amount, int black) {
        file.put((byte) Math.round(255.0 * (amount - black) / Math.max(1, 255 - black)));
    }
}
