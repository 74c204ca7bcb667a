package dev.imagemill.codec;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names a format by the first bytes of a file, as its specification defines them. */
final class Sniffer {
    /** Bytes that are looked at; an SVG may have that much of comments and doctype before its element. */
    static final int PREFIX = 4096;

    private static final String JPEG = "\u00ff\u00d8\u00ff";

    /** A prolog of declarations, comments and a doctype, then the element that makes it SVG. */
    private static final Pattern SVG = Pattern.compile(
            "\\A\\uFEFF?\\s*(?:<\\?.*?\\?>\\s*|<!--.*?-->\\s*|<!DOCTYPE\\s[^\\[>]*(?:\\[.*?\\]\\s*)?>\\s*)*+<(?:\\w+:)?svg[\\s>/]",
            Pattern.DOTALL);

    private Sniffer() {}

    static Optional<ImageFormat> format(byte[] bytes) {
        if (starts(bytes, 0, JPEG)) {
            return Optional.of(ImageFormat.JPEG);
        }
        if (starts(bytes, 0, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of(ImageFormat.PNG);
        }
        if (starts(bytes, 0, "GIF87a") || starts(bytes, 0, "GIF89a")) {
            return Optional.of(ImageFormat.GIF);
        }
        if (starts(bytes, 0, "RIFF") && starts(bytes, 8, "WEBP")) {
            return Optional.of(ImageFormat.WEBP);
        }
        if (isTiff(bytes)) {
            return Optional.of(ImageFormat.TIFF);
        }
        if (hasBrand(bytes, "avif") || hasBrand(bytes, "avis")) {
            return Optional.of(ImageFormat.AVIF);
        }
        return isSvg(bytes) ? Optional.of(ImageFormat.SVG) : PlainSniffer.format(bytes);
    }

    static boolean isJpeg(MemorySegment bytes) {
        byte[] prefix =
                bytes.asSlice(0, Math.min(bytes.byteSize(), JPEG.length())).toArray(ValueLayout.JAVA_BYTE);
        return starts(prefix, 0, JPEG);
    }

    /** The name of an image format that is known, and known not to be read here. */
    static Optional<String> unreadable(byte[] bytes) {
        if (hasBrand(bytes, "heic") || hasBrand(bytes, "heix") || hasBrand(bytes, "mif1")) {
            return Optional.of("HEIC");
        }
        if (starts(bytes, 0, "\u00ff\n") || starts(bytes, 4, "JXL \r\n\u0087\n")) {
            return Optional.of("JPEG XL");
        }
        if (starts(bytes, 4, "jP  \r\n\u0087\n")) {
            return Optional.of("JPEG 2000");
        }
        return Optional.empty();
    }

    private static boolean isTiff(byte[] bytes) {
        return starts(bytes, 0, "II*\0")
                || starts(bytes, 0, "MM\0*")
                || starts(bytes, 0, "II+\0\b\0")
                || starts(bytes, 0, "MM\0+\0\b");
    }

    /** Whether an ISO media file (ISO/IEC 14496-12, section 4.3) names this brand, as its own or as a compatible one. */
    private static boolean hasBrand(byte[] bytes, String brand) {
        if (!starts(bytes, 4, "ftyp")) {
            return false;
        }
        int length = (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
        for (int at = 8; at + 4 <= Math.min(length, bytes.length); at += 4) {
            if (at != 12 && starts(bytes, at, brand)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSvg(byte[] bytes) {
        if (!mayBeMarkup(bytes)) {
            return false;
        }
        int length = Math.min(bytes.length, PREFIX);
        return SVG.matcher(new String(bytes, 0, length, StandardCharsets.UTF_8)).find();
    }

    private static boolean mayBeMarkup(byte[] bytes) {
        return bytes.length > 4 && (bytes[0] == '<' || bytes[0] <= ' ');
    }

    /** Whether these bytes, written as Latin-1 text, lie at this offset. */
    static boolean starts(byte[] bytes, int offset, String expected) {
        if (bytes.length < offset + expected.length()) {
            return false;
        }
        for (int i = 0; i < expected.length(); i++) {
            if ((bytes[offset + i] & 0xff) != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
