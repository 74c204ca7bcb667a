package dev.imagemill.codec.plain;

import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Mode;
import java.lang.foreign.MemorySegment;

/**
 * A BMP file: palettes of 1 to 8 bits, 16 and 32 bits by any masks, 24 bits, and runs of 4 and 8 bits.
 *
 * <p>Of 32 bits without masks the highest eight have no meaning. Pixels that runs leave out are of the palette's first colour.
 */
record Bitmap(Dib dib, ImageSize size, long start) implements PlainPicture {
    private static final int FILE_HEADER = 14;
    private static final int PIXELS_AT = 10;

    static Bitmap ofFile(FileBytes file) {
        Dib dib = Dib.read(file, FILE_HEADER);
        return new Bitmap(dib, Sides.of(dib.width(), dib.height()), file.littleU32(PIXELS_AT));
    }

    @Override
    public Mode mode() {
        return dib.mode();
    }

    @Override
    public long leastBytes() {
        // What fills the last row up to four bytes may be missing.
        return dib.hasRuns() ? 0 : start + dib.stride() * (dib.height() - 1) + (dib.width() * dib.depth() + 7) / 8;
    }

    @Override
    public void read(MemorySegment pixels) {
        PixelRows rows = new PixelRows(pixels, size, mode());
        PixelBytes bytes = dib.file().pixels(start);
        byte[] row = rows.row();
        int components = mode().components();
        int used = (int) ((dib.width() * dib.depth() + 7) / 8);
        byte[] stored = new byte[used];
        BitmapRuns runs = new BitmapRuns(bytes, size.width(), dib.depth());
        for (int y = 0; y < size.height(); y++) {
            if (dib.hasRuns()) {
                runs.read(stored, y == size.height() - 1);
            } else {
                bytes.read(stored, 0, used);
                bytes.skip(dib.stride() - used);
            }
            dib.unpack(stored, row, components);
            rows.put(dib.topDown() ? y : size.height() - 1 - y, row);
        }
    }
}
