package dev.imagemill.codec.plain;

import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Mode;
import java.lang.foreign.MemorySegment;

/**
 * The first picture of a portable anymap: PBM, PGM, PPM, as text or not, and PAM (the Netpbm manual). Samples of a greatest value up
 * to 255 become 8 bits, others 16; where the greatest value is neither 255 nor 65,535 they are stretched to it, rounded half up.
 */
record Anymap(FileBytes file, AnymapHeader header, ImageSize size, Mode mode) implements PlainPicture {
    static Anymap of(FileBytes file) {
        AnymapHeader header = AnymapHeader.read(file);
        return new Anymap(file, header, Sides.of(header.width(), header.height()), mode(header));
    }

    private static Mode mode(AnymapHeader header) {
        boolean deep = header.maxValue() > 255;
        String tuple = header.tuple() == null ? "" : header.tuple();
        return switch (header.components()) {
            case 1 -> deep ? Mode.L16 : Mode.L;
            case 2 -> deep ? Mode.LA32 : Mode.LA;
            case 3 -> deep ? Mode.RGB48 : Mode.RGB;
            default ->
                switch (tuple) {
                    case "", "RGB_ALPHA" -> deep ? Mode.RGBA64 : Mode.RGBA;
                    case "CMYK" -> deep ? Mode.CMYK64 : Mode.CMYK;
                    default -> throw PlainFormatException.unsupported("anymaps of " + tuple + " are not read");
                };
        };
    }

    @Override
    public long leastBytes() {
        long samples = size.pixels() * header.components();
        if (header.isBitmap()) {
            return header.start() + (header.isText() ? samples : (long) bitmapRow() * size.height());
        }
        // A digit and a space each, the last space left out.
        return header.start() + (header.isText() ? 2 * samples - 1 : samples * (header.maxValue() > 255 ? 2 : 1));
    }

    private int bitmapRow() {
        return Math.ceilDiv(size.width(), 8);
    }

    @Override
    public void read(MemorySegment pixels) {
        PixelRows rows = new PixelRows(pixels, size, mode);
        PixelBytes bytes = file.pixels(header.start());
        byte[] row = rows.row();
        byte[] bits = new byte[bitmapRow()];
        for (int y = 0; y < size.height(); y++) {
            if (!header.isBitmap()) {
                samples(bytes, row);
            } else if (header.isText()) {
                digits(bytes, row);
            } else {
                bytes.read(bits, 0, bits.length);
                bits(bits, row);
            }
            rows.put(y, row);
        }
    }

    private static void bits(byte[] bits, byte[] row) {
        for (int x = 0; x < row.length; x++) {
            row[x] = (byte) ((bits[x >> 3] >> (7 - (x & 7)) & 1) - 1);
        }
    }

    private static void digits(PixelBytes bytes, byte[] row) {
        for (int x = 0; x < row.length; x++) {
            int digit = afterSpace(bytes);
            if (digit != '0' && digit != '1') {
                throw PlainFormatException.pixels("a pixel of a bitmap is 0 or 1, not character " + digit);
            }
            row[x] = (byte) (digit - '1');
        }
    }

    private void samples(PixelBytes bytes, byte[] row) {
        int count = size.width() * header.components();
        int maxValue = header.maxValue();
        boolean text = header.isText();
        if (maxValue == 255 && !text) {
            bytes.read(row, 0, count);
            return;
        }
        boolean deep = maxValue > 255;
        int full = deep ? 65_535 : 255;
        for (int i = 0; i < count; i++) {
            int stored = text ? number(bytes) : deep ? bytes.read() << 8 | bytes.read() : bytes.read();
            if (stored > maxValue) {
                throw PlainFormatException.pixels("a sample is " + stored + ", and the greatest value " + maxValue);
            }
            int value = maxValue == full ? stored : (int) (((long) stored * full * 2 + maxValue) / (2L * maxValue));
            if (deep) {
                PixelRows.set16(row, i, value);
            } else {
                row[i] = (byte) value;
            }
        }
    }

    private static int number(PixelBytes bytes) {
        int digit = afterSpace(bytes);
        int number = 0;
        do {
            if (digit < '0' || digit > '9' || number > 65_535) {
                throw PlainFormatException.pixels("a sample is no number up to 65535");
            }
            number = 10 * number + digit - '0';
            // The last number may be ended by the file.
            digit = bytes.peek() < 0 ? ' ' : bytes.read();
        } while (!AnymapHeader.isSpace(digit));
        return number;
    }

    private static int afterSpace(PixelBytes bytes) {
        int character = bytes.read();
        while (AnymapHeader.isSpace(character)) {
            character = bytes.read();
        }
        return character;
    }
}
