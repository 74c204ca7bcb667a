package dev.imagemill.codec.plain;

import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Mode;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The composite picture of a Photoshop document, PSD or PSB (Adobe Photoshop File Formats Specification): bitmap, grey, duotone, palette,
 * RGB and CMYK, 8 and 16 bits, plain or PackBits.
 *
 * <p>Layers are not looked at, but for whether the first channel behind the colours is the composite's transparency; Photoshop lays
 * what is half transparent onto white before it stores it, which is undone here. Ink is stored inverted.
 */
record Photoshop(
        FileBytes file,
        ImageSize size,
        Mode mode,
        boolean large,
        int channels,
        int depth,
        @Nullable Palette palette,
        Optional<byte[]> profile,
        long start)
        implements PlainPicture {
    private static final int HEADER = 26;
    private static final int LARGE = 2;
    private static final int BITMAP = 0;
    private static final int GREY = 1;
    private static final int INDEXED = 2;
    private static final int RGB = 3;
    private static final int CMYK = 4;
    private static final int DUOTONE = 8;
    private static final int COLORS = 256;
    private static final int PLAIN = 0;
    private static final int PACK_BITS = 1;

    static Photoshop of(FileBytes file) {
        boolean large = file.bigU16(4) == LARGE;
        int channels = file.bigU16(12);
        ImageSize size = Sides.of(file.bigU32(18), file.bigU32(14));
        int depth = file.bigU16(22);
        int color = file.bigU16(24);
        long resources = HEADER + 4 + file.bigU32(HEADER);
        long layers = resources + 4 + file.bigU32(resources);
        long layersLength = large ? file.bigU32(layers) << 32 | file.bigU32(layers + 4) : file.bigU32(layers);
        long start = layers + (large ? 8 : 4) + layersLength;
        if (layersLength < 0 || start + 2 > file.length()) {
            throw PlainFormatException.header("the file ends before the composite picture");
        }
        boolean alpha = hasTransparency(file, layers + (large ? 8 : 4), layersLength, large);
        Palette palette = color == INDEXED ? palette(file) : null;
        Mode mode = palette == null ? mode(color, depth, channels, alpha) : palette.mode();
        requireChannels(channels, palette == null ? mode.components() : 1);
        return new Photoshop(
                file,
                size,
                mode,
                large,
                channels,
                depth,
                palette,
                new PhotoshopResources(file, resources + 4, layers).profile(),
                start);
    }

    /** Whether the number of layers is negative, which is how a document says it. */
    private static boolean hasTransparency(FileBytes file, long at, long length, boolean large) {
        long count = at + (large ? 8 : 4);
        return length >= (large ? 10 : 6) && (short) file.bigU16(count) < 0;
    }

    private static void requireChannels(int channels, int needed) {
        if (channels < needed || channels > 56) {
            throw PlainFormatException.header(
                    "a document of this mode has " + needed + " to 56 channels, not " + channels);
        }
    }

    private static Palette palette(FileBytes file) {
        if (file.bigU32(HEADER) != 3 * COLORS) {
            throw PlainFormatException.header("a palette has 768 bytes, not " + file.bigU32(HEADER));
        }
        byte[] planes = file.bytes(HEADER + 4, 3 * COLORS);
        byte[] rgb = new byte[planes.length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = planes[i % 3 * COLORS + i / 3];
        }
        return Palette.ofRgb(rgb);
    }

    private static Mode mode(int color, int depth, int channels, boolean transparency) {
        boolean deep = depth == 16;
        if (color == BITMAP && depth == 1) {
            return Mode.L;
        }
        if (depth == 8 || deep) {
            switch (color) {
                case GREY, DUOTONE -> {
                    boolean alpha = transparency && channels > 1;
                    return deep ? alpha ? Mode.LA32 : Mode.L16 : alpha ? Mode.LA : Mode.L;
                }
                case RGB -> {
                    boolean alpha = transparency && channels > 3;
                    return deep ? alpha ? Mode.RGBA64 : Mode.RGB48 : alpha ? Mode.RGBA : Mode.RGB;
                }
                case CMYK -> {
                    return deep ? Mode.CMYK64 : Mode.CMYK;
                }
                default -> {}
            }
        }
        throw PlainFormatException.unsupported(
                "Photoshop documents of colour mode " + color + " and " + depth + " bits are not read");
    }

    @Override
    public long leastBytes() {
        int used = palette == null ? mode.components() : 1;
        return switch (file.bigU16(start)) {
            case PLAIN -> start + 2 + (long) channelRow() * size.height() * used;
            case PACK_BITS -> {
                // A count of the row's bytes, and at least two for each 128 of them.
                long counts = (large ? 4L : 2L) * size.height() * channels;
                yield start + 2 + counts + 2L * Math.ceilDiv(channelRow(), 128) * size.height() * used;
            }
            default ->
                throw PlainFormatException.unsupported("Photoshop documents that are compressed by ZIP are not read");
        };
    }

    /** Bytes of one row of one channel. */
    private int channelRow() {
        return (int) Math.min(Integer.MAX_VALUE, ((long) size.width() * depth + 7) / 8);
    }

    @Override
    public void read(MemorySegment pixels) {
        PixelRows rows = new PixelRows(pixels, size, mode);
        boolean packed = file.bigU16(start) == PACK_BITS;
        long counts = packed ? (large ? 4L : 2L) * size.height() * channels : 0;
        PixelBytes bytes = file.pixels(start + 2 + counts);
        byte[] stored = new byte[channelRow()];
        byte[] row = rows.row();
        int used = palette == null ? mode.components() : 1;
        for (int channel = 0; channel < used; channel++) {
            for (int y = 0; y < size.height(); y++) {
                if (packed) {
                    unpack(bytes, stored);
                } else {
                    bytes.read(stored, 0, stored.length);
                }
                rows.get(y, row);
                put(stored, row, channel);
                rows.put(y, row);
            }
        }
        if (mode.hasAlpha()) {
            liftOffWhite(rows, row);
        }
    }

    /** PackBits; runs that a row has too much are left out, and what it has too little ends the file. */
    private static void unpack(PixelBytes bytes, byte[] row) {
        int at = 0;
        while (at < row.length) {
            int head = (byte) bytes.read();
            if (head >= 0) {
                int length = requireRoom(head + 1, row.length - at);
                bytes.read(row, at, length);
                at += length;
            } else if (head != -128) {
                int length = requireRoom(1 - head, row.length - at);
                Arrays.fill(row, at, at + length, (byte) bytes.read());
                at += length;
            }
        }
    }

    private static int requireRoom(int length, int room) {
        if (length > room) {
            throw PlainFormatException.pixels("a run of " + length + " bytes, where " + room + " are left in the row");
        }
        return length;
    }

    private void put(byte[] stored, byte[] row, int channel) {
        int components = mode.components();
        boolean ink = mode == Mode.CMYK || mode == Mode.CMYK64;
        for (int x = 0; x < size.width(); x++) {
            if (palette != null) {
                palette.put(stored[x] & 0xff, row, x);
            } else if (depth == 1) {
                row[x] = (byte) ((stored[x >> 3] >> (7 - (x & 7)) & 1) - 1);
            } else if (depth == 8) {
                row[x * components + channel] = (byte) (ink ? ~stored[x] : stored[x]);
            } else {
                int value = (stored[2 * x] & 0xff) << 8 | (stored[2 * x + 1] & 0xff);
                PixelRows.set16(row, x * components + channel, ink ? ~value : value);
            }
        }
    }

    private void liftOffWhite(PixelRows rows, byte[] row) {
        for (int y = 0; y < size.height(); y++) {
            rows.get(y, row);
            for (int x = 0; x < size.width(); x++) {
                liftOffWhite(row, x * mode.components());
            }
            rows.put(y, row);
        }
    }

    private void liftOffWhite(byte[] row, int at) {
        int colors = mode.components() - 1;
        long full = mode.maxValue();
        long alpha = sample(row, at + colors);
        for (int c = 0; c < colors && alpha > 0 && alpha < full; c++) {
            long onWhite = sample(row, at + c);
            long color = (full * (onWhite - (full - alpha)) + alpha / 2) / alpha;
            set(row, at + c, (int) Math.clamp(color, 0, full));
        }
    }

    private int sample(byte[] row, int at) {
        return depth == 8 ? row[at] & 0xff : PixelRows.get16(row, at);
    }

    private void set(byte[] row, int at, int value) {
        if (depth == 8) {
            row[at] = (byte) value;
        } else {
            PixelRows.set16(row, at, value);
        }
    }
}
