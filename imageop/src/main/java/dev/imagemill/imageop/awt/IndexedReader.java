package dev.imagemill.imageop.awt;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.Mode;
import dev.imagemill.imageop.kernel.Packing;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;

/**
 * Reads pixels that are indexes into a palette; an index beyond its end is black, and transparent if the palette has transparency.
 *
 * @param palette the bytes of each colour in {@code mode}, the first lowest
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one read, never compared
record IndexedReader(BufferedImage image, Mode mode, int[] palette) implements PixelReader {
    private static final int BYTES = 1 << Byte.SIZE;
    private static final int SHORTS = 1 << Short.SIZE;

    static IndexedReader of(BufferedImage image, IndexColorModel colors) {
        boolean gray = true;
        for (int i = 0; i < colors.getMapSize(); i++) {
            gray &= colors.getRed(i) == colors.getGreen(i) && colors.getGreen(i) == colors.getBlue(i);
        }
        Mode mode = gray ? (colors.hasAlpha() ? Mode.LA : Mode.L) : colors.hasAlpha() ? Mode.RGBA : Mode.RGB;
        int[] palette = new int[colors.getTransferType() == DataBuffer.TYPE_BYTE ? BYTES : SHORTS];
        for (int i = 0; i < colors.getMapSize(); i++) {
            palette[i] = gray
                    ? colors.getRed(i) | colors.getAlpha(i) << 8
                    : colors.getRed(i) | colors.getGreen(i) << 8 | colors.getBlue(i) << 16 | colors.getAlpha(i) << 24;
        }
        return new IndexedReader(image, mode, palette);
    }

    @Override
    public Image read() {
        Image result = PixelReader.create(mode, image);
        byte[] to = PixelReader.array(result);
        int width = image.getWidth();
        int step = mode.components();
        RowReader rows = new RowReader(image.getRaster());
        byte[] bytes = new byte[palette.length == BYTES ? width : 0];
        short[] shorts = new short[palette.length == BYTES ? 0 : width];
        for (int y = 0; y < image.getHeight(); y++) {
            if (palette.length == BYTES) {
                rows.read(y, bytes);
                Packing.lookUp(bytes, palette, to, y * width * step, step, width);
            } else {
                rows.read(y, shorts);
                Packing.lookUp(shorts, palette, to, y * width * step, step, width);
            }
        }
        return result;
    }
}
