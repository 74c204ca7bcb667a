package dev.imagemill.codec.plain;

import dev.imagemill.imageop.Mode;
import org.jspecify.annotations.Nullable;

/**
 * The header of a device-independent bitmap (OS/2 1.x and 2.x, Windows 3 to 5), which stands in a BMP file and in an icon, and how its
 * pixels are packed into rows.
 *
 * @param width not yet held to any limit
 * @param height the same; an icon's is that of its picture and its mask together
 * @param depth bits of a pixel
 * @param masks for 16 and 32 bits
 * @param palette for 8 bits and fewer
 * @param end where in the file the header, with masks and palette, ends
 */
record Dib(
        FileBytes file,
        long width,
        long height,
        boolean topDown,
        int depth,
        int compression,
        Masks masks,
        @Nullable Palette palette,
        long end) {
    static final int PLAIN = 0;
    static final int RUNS_OF_8 = 1;
    static final int RUNS_OF_4 = 2;
    private static final int MASKED = 3;
    private static final int MASKED_WITH_ALPHA = 6;

    private static final int CORE_HEADER = 12;
    private static final int WINDOWS_HEADER = 40;
    private static final int OS2_HEADER = 64;

    /** From here on masks are part of the header, the one for alpha from the other. */
    private static final int MASKS_HEADER = 52;

    private static final int ALPHA_HEADER = 56;

    static Dib read(FileBytes file, long at) {
        long length = file.littleU32(at);
        if (length == CORE_HEADER) {
            return core(file, at);
        }
        if (length < 16 || length > 1024) {
            throw PlainFormatException.header("a bitmap header of " + length + " bytes");
        }
        // OS/2 may leave out everything behind the depth, which then is 0.
        boolean whole = length >= WINDOWS_HEADER;
        int depth = file.littleU16(at + 14);
        int compression = whole ? file.littleInt(at + 16) : PLAIN;
        require(depth, compression, length == OS2_HEADER);
        boolean masked = compression == MASKED || compression == MASKED_WITH_ALPHA;
        long masksBehind = length == WINDOWS_HEADER && masked ? compression == MASKED ? 12 : 16 : 0;
        long palette = at + length + masksBehind;
        int colors = colors(depth, whole ? file.littleU32(at + 32) : 0);
        return new Dib(
                file,
                file.littleInt(at + 4),
                Math.absExact((long) file.littleInt(at + 8)),
                file.littleInt(at + 8) < 0,
                depth,
                compression,
                masks(file, at, masked, length + masksBehind, depth),
                depth <= 8 ? palette(file, palette, colors, 4) : null,
                palette + 4L * colors);
    }

    private static Dib core(FileBytes file, long at) {
        int depth = file.littleU16(at + 10);
        require(depth, PLAIN, true);
        int colors = colors(depth, 0);
        return new Dib(
                file,
                file.littleU16(at + 4),
                file.littleU16(at + 6),
                false,
                depth,
                PLAIN,
                plainMasks(depth),
                depth <= 8 ? palette(file, at + CORE_HEADER, colors, 3) : null,
                at + CORE_HEADER + 3L * colors);
    }

    private static void require(int depth, int compression, boolean os2) {
        boolean sound = switch (compression) {
            case PLAIN ->
                depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16 || depth == 24 || depth == 32;
            case RUNS_OF_8 -> depth == 8;
            case RUNS_OF_4 -> depth == 4;
            case MASKED, MASKED_WITH_ALPHA -> !os2 && (depth == 16 || depth == 32);
            default -> false;
        };
        if (!sound) {
            throw PlainFormatException.unsupported(
                    "bitmaps of " + depth + " bits a pixel and compression " + compression + " are not read");
        }
    }

    private static int colors(int depth, long stated) {
        if (depth > 8) {
            // A palette is a mere hint then, and where it ends is where pixels may begin.
            return (int) Math.min(stated, 256);
        }
        return stated == 0 ? 1 << depth : (int) Math.min(stated, 1 << depth);
    }

    private static Palette palette(FileBytes file, long at, int colors, int entryBytes) {
        byte[] stored = file.bytes(at, (long) colors * entryBytes);
        byte[] rgb = new byte[3 * colors];
        for (int i = 0; i < colors; i++) {
            for (int c = 0; c < 3; c++) {
                rgb[3 * i + c] = stored[i * entryBytes + 2 - c];
            }
        }
        return Palette.ofRgb(rgb);
    }

    private static Masks masks(FileBytes file, long at, boolean masked, long length, int depth) {
        if (!masked || length < MASKS_HEADER) {
            return plainMasks(depth);
        }
        int alpha = length >= ALPHA_HEADER ? file.littleInt(at + 52) : 0;
        return new Masks(file.littleInt(at + 40), file.littleInt(at + 44), file.littleInt(at + 48), alpha);
    }

    private static Masks plainMasks(int depth) {
        return depth == 16 ? Masks.RGB555 : Masks.RGB888;
    }

    /** The mode of the pixels. */
    Mode mode() {
        return palette != null ? palette.mode() : masks.alpha() != 0 ? Mode.RGBA : Mode.RGB;
    }

    boolean hasRuns() {
        return compression == RUNS_OF_8 || compression == RUNS_OF_4;
    }

    /** Bytes from one row to the next. */
    long stride() {
        return (width * depth + 31) / 32 * 4;
    }

    /**
     * Unpacks a row.
     *
     * @param components of a pixel of {@code row}: those of {@link #mode()}, or 4 to leave room for alpha that comes from elsewhere
     */
    void unpack(byte[] stored, byte[] row, int components) {
        if (palette != null) {
            unpack(stored, row, palette, components);
            return;
        }
        int pixelBytes = depth / 8;
        for (int x = 0; x < width; x++) {
            int at = x * pixelBytes;
            int to = x * components;
            if (depth == 24) {
                row[to] = stored[at + 2];
                row[to + 1] = stored[at + 1];
                row[to + 2] = stored[at];
            } else {
                masks.put(little(stored, at, pixelBytes), row, to, masks.alpha() != 0);
            }
        }
    }

    private static int little(byte[] stored, int at, int bytes) {
        int low = (stored[at] & 0xff) | (stored[at + 1] & 0xff) << 8;
        return bytes == 2 ? low : low | (stored[at + 2] & 0xff) << 16 | stored[at + 3] << 24;
    }

    private void unpack(byte[] stored, byte[] row, Palette colors, int components) {
        int mask = (1 << depth) - 1;
        for (int x = 0; x < width; x++) {
            int bit = x * depth;
            int entry = (stored[bit >> 3] & 0xff) >> (8 - depth - (bit & 7)) & mask;
            colors.put(entry, row, x, components);
        }
    }

    /** The same, opaque as it is or with alpha if the highest byte of 32 bits is taken for it, and half as high: an icon's picture. */
    Dib ofIcon() {
        boolean alpha = depth == 32 && compression == PLAIN;
        return new Dib(
                file, width, height / 2, topDown, depth, compression, alpha ? Masks.ARGB8888 : masks, palette, end);
    }
}
