package dev.imagemill.codec;

import static dev.imagemill.codec.Sniffer.starts;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Knows the formats that are read in Java. Some have next to no signature, so that headers have to make sense to be taken for one;
 * a TGA has none at all and is what is left when everything else has been asked.
 */
final class PlainSniffer {
    private static final Pattern ANYMAP = Pattern.compile(
            "\\AP(?:[1-6](?:\\s+|#[^\\n\\r]*[\\n\\r])+\\d|7\\s*\\n(?:#[^\\n]*\\n|\\s)*(?:WIDTH|HEIGHT|DEPTH|MAXVAL|TUPLTYPE)\\s)");
    private static final int ANYMAP_PREFIX = 1024;
    private static final Set<Integer> BITMAP_HEADERS = Set.of(12, 16, 40, 52, 56, 64, 108, 124);
    private static final Set<Integer> TARGA_DEPTHS = Set.of(8, 15, 16, 24, 32);
    private static final int TARGA_HEADER = 18;
    private static final int RUN_LENGTH_ENCODED = 8;
    private static final int INTERLEAVED = 0xc0;

    private PlainSniffer() {}

    static Optional<ImageFormat> format(byte[] bytes) {
        if (starts(bytes, 0, "8BPS\0\u0001") || starts(bytes, 0, "8BPS\0\u0002")) {
            return Optional.of(ImageFormat.PSD);
        }
        if (starts(bytes, 0, "#?RADIANCE\n") || starts(bytes, 0, "#?RGBE\n")) {
            return Optional.of(ImageFormat.HDR);
        }
        if (starts(bytes, 0, "\u0093NUMPY")) {
            return Optional.of(ImageFormat.NPY);
        }
        if (starts(bytes, 0, "BM")
                && bytes.length >= 18
                && BITMAP_HEADERS.contains(u16(bytes, 14))
                && u16(bytes, 16) == 0) {
            return Optional.of(ImageFormat.BMP);
        }
        if (isAnymap(bytes)) {
            return Optional.of(ImageFormat.PNM);
        }
        if (isIcon(bytes)) {
            return Optional.of(ImageFormat.ICO);
        }
        return isTarga(bytes) ? Optional.of(ImageFormat.TGA) : Optional.empty();
    }

    private static boolean isAnymap(byte[] bytes) {
        if (bytes.length < 3 || bytes[0] != 'P' || bytes[1] < '1' || bytes[1] > '7') {
            return false;
        }
        String start = new String(
                bytes, 0, Math.min(bytes.length, ANYMAP_PREFIX), java.nio.charset.StandardCharsets.ISO_8859_1);
        return ANYMAP.matcher(start).find();
    }

    /** Icons and cursors: at least one picture, which lies behind the directory. */
    private static boolean isIcon(byte[] bytes) {
        boolean signature = starts(bytes, 0, "\0\0\u0001\0") || starts(bytes, 0, "\0\0\u0002\0");
        return signature
                && bytes.length >= 22
                && u16(bytes, 4) > 0
                && bytes[9] == 0
                && u16(bytes, 18) + (u16(bytes, 20) << 16) >= 6 + 16 * u16(bytes, 4);
    }

    private static boolean isTarga(byte[] bytes) {
        if (bytes.length < TARGA_HEADER || u16(bytes, 12) == 0 || u16(bytes, 14) == 0) {
            return false;
        }
        int kind = bytes[2] & ~RUN_LENGTH_ENCODED;
        int depth = bytes[16];
        boolean pixels = TARGA_DEPTHS.contains(depth) && (bytes[17] & INTERLEAVED) == 0;
        if (kind == 1) {
            return pixels && bytes[1] == 1 && u16(bytes, 5) > 0 && TARGA_DEPTHS.contains((int) bytes[7]) && depth == 8;
        }
        boolean noPalette = bytes[1] == 0 && starts(bytes, 3, "\0\0\0\0\0");
        return pixels
                && (noPalette || (bytes[1] == 1 && u16(bytes, 5) > 0 && TARGA_DEPTHS.contains((int) bytes[7])))
                && (kind == 2 ? depth > 8 : kind == 3 && depth <= 16);
    }

    private static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8;
    }
}
