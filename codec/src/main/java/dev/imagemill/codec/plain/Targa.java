package dev.imagemill.codec.plain;

import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Mode;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * A Truevision TGA (TGA File Format Specification, version 2.0): grey, colours of 15, 16, 24 or 32 bits, or a palette of these, plain or
 * run-length encoded, from any corner.
 *
 * <p>Pixels of 16 and of 32 bits have alpha if the header says that some bits are attributes; without, the spare bits are not looked at.
 */
record Targa(
        FileBytes file,
        ImageSize size,
        Mode mode,
        int depth,
        boolean runs,
        int descriptor,
        @Nullable Palette palette,
        int firstColor,
        long start)
        implements PlainPicture {
    private static final int HEADER = 18;
    private static final int RUN_LENGTH_ENCODED = 8;
    private static final int WITH_PALETTE = 1;
    private static final int COLOURS = 2;
    private static final int GREYS = 3;
    private static final int FROM_RIGHT = 0x10;
    private static final int FROM_TOP = 0x20;
    private static final int ATTRIBUTES = 0x0f;
    private static final int LONGEST_PACKET = 128;

    static Targa of(FileBytes file) {
        int type = file.u8(2);
        int kind = type & ~RUN_LENGTH_ENCODED;
        int depth = file.u8(16);
        int descriptor = file.u8(17);
        long palette = (long) HEADER + file.u8(0);
        int colors = file.u8(1) == 1 ? file.littleU16(5) : 0;
        int colorDepth = file.u8(7);
        long start = palette + (long) colors * bytes(colorDepth);
        boolean attributes = (descriptor & ATTRIBUTES) > 0;
        Palette read = kind == WITH_PALETTE ? palette(file, palette, colors, colorDepth) : null;
        return new Targa(
                file,
                Sides.of(file.littleU16(12), file.littleU16(14)),
                read == null ? mode(kind, depth, attributes) : requireByte(depth, read.mode()),
                depth,
                type != kind,
                descriptor,
                read,
                file.littleU16(3),
                start);
    }

    private static int bytes(int bits) {
        return (bits + 7) / 8;
    }

    private static Mode requireByte(int depth, Mode mode) {
        if (depth != 8) {
            throw PlainFormatException.unsupported("TGA images of " + depth + " bits into a palette are not read");
        }
        return mode;
    }

    private static Mode mode(int kind, int depth, boolean attributes) {
        if (kind == GREYS) {
            return switch (depth) {
                case 8 -> Mode.L;
                case 16 -> Mode.LA;
                default -> throw unsupported(depth);
            };
        }
        if (kind != COLOURS) {
            throw PlainFormatException.unsupported("TGA images of type " + kind + " are not read");
        }
        return switch (depth) {
            case 15, 24 -> Mode.RGB;
            case 16, 32 -> attributes ? Mode.RGBA : Mode.RGB;
            default -> throw unsupported(depth);
        };
    }

    private static PlainFormatException unsupported(int depth) {
        return PlainFormatException.unsupported("TGA images of " + depth + " bits a pixel are not read");
    }

    private static Palette palette(FileBytes file, long at, int colors, int depth) {
        if (depth != 15 && depth != 16 && depth != 24 && depth != 32) {
            throw PlainFormatException.unsupported("TGA palettes of " + depth + " bits a colour are not read");
        }
        Mode mode = depth == 32 ? Mode.RGBA : Mode.RGB;
        byte[] samples = new byte[colors * mode.components()];
        byte[] stored = file.bytes(at, (long) colors * bytes(depth));
        for (int i = 0; i < colors; i++) {
            put(stored, i * bytes(depth), depth, mode, samples, i);
        }
        return depth == 32 ? new Palette(mode, samples) : Palette.ofRgb(samples);
    }

    @Override
    public long leastBytes() {
        long perPixel = bytes(depth);
        return start + (runs ? Math.ceilDiv(size.pixels(), LONGEST_PACKET) * (1 + perPixel) : size.pixels() * perPixel);
    }

    @Override
    public void read(MemorySegment pixels) {
        PixelRows rows = new PixelRows(pixels, size, mode);
        byte[] row = rows.row();
        byte[] stored = new byte[size.width() * bytes(depth)];
        Packets packets = new Packets(file.pixels(start), bytes(depth));
        for (int y = 0; y < size.height(); y++) {
            if (runs) {
                packets.read(stored);
            } else {
                packets.bytes.read(stored, 0, stored.length);
            }
            for (int x = 0; x < size.width(); x++) {
                put(stored, x, row, (descriptor & FROM_RIGHT) == 0 ? x : size.width() - 1 - x);
            }
            rows.put((descriptor & FROM_TOP) == 0 ? size.height() - 1 - y : y, row);
        }
    }

    private void put(byte[] stored, int from, byte[] row, int to) {
        if (palette != null) {
            int color = (stored[from] & 0xff) - firstColor;
            if (color < 0) {
                throw PlainFormatException.pixels("a pixel has a colour before the palette's first, " + firstColor);
            }
            palette.put(color, row, to);
        } else {
            put(stored, from * bytes(depth), depth, mode, row, to);
        }
    }

    /** One pixel, which lies least significant byte first: blue, green, red, attributes. */
    private static void put(byte[] stored, int at, int depth, Mode mode, byte[] row, int x) {
        int to = x * mode.components();
        switch (mode) {
            case L -> row[to] = stored[at];
            case LA -> {
                row[to] = stored[at];
                row[to + 1] = stored[at + 1];
            }
            default -> putColor(stored, at, depth, mode, row, to);
        }
    }

    private static void putColor(byte[] stored, int at, int depth, Mode mode, byte[] row, int to) {
        if (depth >= 24) {
            row[to] = stored[at + 2];
            row[to + 1] = stored[at + 1];
            row[to + 2] = stored[at];
            if (mode.hasAlpha()) {
                row[to + 3] = stored[at + 3];
            }
        } else {
            int bits = stored[at + 1] << 8 | (stored[at] & 0xff);
            row[to] = five(bits >> 10);
            row[to + 1] = five(bits >> 5);
            row[to + 2] = five(bits);
            if (mode.hasAlpha()) {
                row[to + 3] = (byte) (bits < 0 ? 255 : 0);
            }
        }
    }

    private static byte five(int bits) {
        return (byte) (((bits & 31) * 255 + 15) / 31);
    }

    /** Runs of equal pixels and of different ones, which may go on from one row to the next. */
    private static final class Packets {
        private final PixelBytes bytes;
        private final byte[] pixel;
        private int left;
        private boolean same;

        Packets(PixelBytes bytes, int pixelBytes) {
            this.bytes = bytes;
            this.pixel = new byte[pixelBytes];
        }

        void read(byte[] row) {
            for (int at = 0; at < row.length; at += pixel.length) {
                if (left == 0) {
                    start();
                }
                if (same) {
                    System.arraycopy(pixel, 0, row, at, pixel.length);
                } else {
                    bytes.read(row, at, pixel.length);
                }
                left--;
            }
        }

        private void start() {
            int head = bytes.read();
            left = (head & 0x7f) + 1;
            same = head > 0x7f;
            if (same) {
                bytes.read(pixel, 0, pixel.length);
            }
        }
    }
}
