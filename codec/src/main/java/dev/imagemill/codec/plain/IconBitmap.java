package dev.imagemill.codec.plain;

import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Mode;
import java.lang.foreign.MemorySegment;

/**
 * A picture of an icon: colours and, behind them, a mask of the pixels that are transparent. With 32 bits a pixel alpha is among
 * them and the mask does not count, unless alpha is 0 everywhere, which is how icons look that were made before alpha was known.
 */
record IconBitmap(Dib dib, ImageSize size) implements PlainPicture {
    static IconBitmap of(FileBytes file) {
        Dib dib = Dib.read(file, 0).ofIcon();
        if (dib.hasRuns()) {
            throw PlainFormatException.unsupported("icons with runs are not read");
        }
        return new IconBitmap(dib, Sides.of(dib.width(), dib.height()));
    }

    @Override
    public Mode mode() {
        return Mode.RGBA;
    }

    @Override
    public long leastBytes() {
        return dib.end() + dib.stride() * dib.height();
    }

    @Override
    public void read(MemorySegment pixels) {
        PixelRows rows = new PixelRows(pixels, size, mode());
        PixelBytes bytes = dib.file().pixels(dib.end());
        byte[] row = rows.row();
        byte[] stored = new byte[(int) dib.stride()];
        boolean visible = false;
        for (int y = 0; y < size.height(); y++) {
            bytes.read(stored, 0, stored.length);
            dib.unpack(stored, row, 4);
            rows.put(place(y), row);
            visible |= dib.masks().alpha() != 0 && hasAlpha(row);
        }
        if (!visible) {
            mask(rows, bytes, row);
        }
    }

    private int place(int y) {
        return dib.topDown() ? y : size.height() - 1 - y;
    }

    private static boolean hasAlpha(byte[] row) {
        for (int at = 3; at < row.length; at += 4) {
            if (row[at] != 0) {
                return true;
            }
        }
        return false;
    }

    private void mask(PixelRows rows, PixelBytes bytes, byte[] row) {
        byte[] transparent = new byte[(size.width() + 31) / 32 * 4];
        // A missing mask hides nothing.
        boolean present = bytes.peek() >= 0;
        for (int y = 0; y < size.height(); y++) {
            if (present) {
                bytes.read(transparent, 0, transparent.length);
            }
            rows.get(place(y), row);
            for (int x = 0; x < size.width(); x++) {
                boolean hidden = (transparent[x >> 3] >> (7 - (x & 7)) & 1) != 0;
                row[4 * x + 3] = (byte) (hidden ? 0 : 255);
            }
            rows.put(place(y), row);
        }
    }
}
