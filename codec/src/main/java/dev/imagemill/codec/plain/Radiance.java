package dev.imagemill.codec.plain;

import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Mode;
import java.lang.foreign.MemorySegment;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Radiance picture (Ward, "Real Pixels", Graphics Gems II; the file format page of Radiance): a mantissa each for red, green and blue
 * and one exponent, run-length encoded row by row in one of two ways, or not at all.
 *
 * <p>The exposure that a header may tell has been applied to the pixels already and is not taken back. {@link Light} says how
 * light becomes sRGB.
 */
record Radiance(FileBytes file, ImageSize size, boolean bottomUp, boolean mirrored, long start)
        implements PlainPicture {
    private static final int MAX_HEADER = 1 << 16;
    private static final Pattern RESOLUTION = Pattern.compile("([-+])Y (\\d{1,10}) ([-+])X (\\d{1,10})");
    private static final Pattern OTHER_ORDER = Pattern.compile("[-+]X \\d{1,10} [-+]Y \\d{1,10}");

    /** Rows shorter or longer than this are never encoded component by component. */
    private static final int SHORTEST_RUNS = 8;

    private static final int LONGEST_RUNS = 0x7fff;
    private static final int LONGEST_RUN = 127;

    static Radiance of(FileBytes file) {
        long at = 0;
        while (true) {
            String line = line(file, at);
            at += line.length() + 1;
            if (line.isEmpty()) {
                break;
            }
            if (line.startsWith("FORMAT=") && !line.equals("FORMAT=32-bit_rle_rgbe")) {
                throw PlainFormatException.unsupported("Radiance pictures of " + line + " are not read");
            }
        }
        String resolution = line(file, at);
        Matcher sides = RESOLUTION.matcher(resolution);
        if (!sides.matches()) {
            throw OTHER_ORDER.matcher(resolution).matches()
                    ? PlainFormatException.unsupported("Radiance pictures stored column by column are not read")
                    : PlainFormatException.header("the header ends with no width and height");
        }
        ImageSize size = Sides.of(Long.parseLong(sides.group(4)), Long.parseLong(sides.group(2)));
        return new Radiance(
                file, size, sides.group(1).equals("+"), sides.group(3).equals("-"), at + resolution.length() + 1);
    }

    private static String line(FileBytes file, long at) {
        long end = at;
        while (file.u8(end) != '\n') {
            end++;
            if (end > MAX_HEADER) {
                throw PlainFormatException.header("the header is longer than " + MAX_HEADER + " bytes");
            }
        }
        return file.text(at, (int) (end - at));
    }

    @Override
    public Mode mode() {
        return Mode.RGB48;
    }

    @Override
    public long leastBytes() {
        boolean runs = size.width() >= SHORTEST_RUNS && size.width() <= LONGEST_RUNS;
        long row = runs ? 4 + 8L * Math.ceilDiv(size.width(), LONGEST_RUN) : 4;
        return start + row * size.height();
    }

    @Override
    public void read(MemorySegment pixels) {
        PixelRows rows = new PixelRows(pixels, size, mode());
        PixelBytes bytes = file.pixels(start);
        byte[] row = rows.row();
        byte[] stored = new byte[4 * size.width()];
        for (int y = 0; y < size.height(); y++) {
            row(bytes, stored);
            for (int x = 0; x < size.width(); x++) {
                put(stored, x, row, mirrored ? size.width() - 1 - x : x);
            }
            rows.put(bottomUp ? size.height() - 1 - y : y, row);
        }
    }

    private static void put(byte[] stored, int from, byte[] row, int to) {
        int exponent = stored[4 * from + 3] & 0xff;
        for (int c = 0; c < 3; c++) {
            PixelRows.set16(row, 3 * to + c, Light.srgb(stored[4 * from + c] & 0xff, exponent));
        }
    }

    private void row(PixelBytes bytes, byte[] stored) {
        bytes.read(stored, 0, 4);
        boolean marked = stored[0] == 2 && stored[1] == 2 && stored[2] >= 0;
        if (marked && size.width() >= SHORTEST_RUNS && size.width() <= LONGEST_RUNS) {
            int length = stored[2] << 8 | (stored[3] & 0xff);
            if (length != size.width()) {
                throw PlainFormatException.pixels("a row has " + length + " pixels instead of " + size.width());
            }
            for (int c = 0; c < 4; c++) {
                component(bytes, stored, c);
            }
        } else {
            pixels(bytes, stored);
        }
    }

    private void component(PixelBytes bytes, byte[] stored, int c) {
        int x = 0;
        while (x < size.width()) {
            int count = bytes.read();
            boolean same = count > 128;
            int length = requireRun(same ? count - 128 : count, size.width() - x);
            int value = same ? bytes.read() : 0;
            for (int i = 0; i < length; i++, x++) {
                stored[4 * x + c] = (byte) (same ? value : bytes.read());
            }
        }
    }

    private static int requireRun(int length, int room) {
        if (length == 0 || length > room) {
            throw PlainFormatException.pixels("a run of " + length + " pixels, where " + room + " are left in the row");
        }
        return length;
    }

    /** The older way: pixels whole, and mantissas of 1, 1, 1 repeat the one before. Its first pixel is there already. */
    private void pixels(PixelBytes bytes, byte[] stored) {
        int x = 0;
        int shift = 0;
        while (true) {
            int at = 4 * x;
            if (stored[at] == 1 && stored[at + 1] == 1 && stored[at + 2] == 1) {
                long length = shift > 24 ? Integer.MAX_VALUE : (stored[at + 3] & 0xffL) << shift;
                repeat(stored, x, length);
                x += (int) length;
                shift += 8;
            } else {
                x++;
                shift = 0;
            }
            if (x == size.width()) {
                return;
            }
            bytes.read(stored, 4 * x, 4);
        }
    }

    private void repeat(byte[] stored, int x, long length) {
        if (x == 0 || length > size.width() - x) {
            throw PlainFormatException.pixels(
                    "a pixel is repeated " + length + " times, where " + (size.width() - x) + " are left in the row");
        }
        for (int i = 0; i < 4 * (int) length; i++) {
            stored[4 * x + i] = stored[4 * x - 4 + i];
        }
    }
}
