package dev.imagemill.codec.plain;

import org.jspecify.annotations.Nullable;

/**
 * What stands before the pixels of an anymap.
 *
 * @param kind the digit of the signature, 1 to 7
 * @param components of a pixel
 * @param maxValue of a sample, 1 to 65,535; 1 for bitmaps
 * @param tuple what a PAM says its pixels are; null if it says nothing, or the file is no PAM
 * @param start where the pixels begin
 */
record AnymapHeader(
        int kind,
        long width,
        long height,
        int components,
        int maxValue,
        @Nullable String tuple,
        long start) {
    private static final int PAM = 7;
    private static final int MAX_VALUE = 65_535;
    private static final int MAX_LENGTH = 1 << 16;

    static AnymapHeader read(FileBytes file) {
        return new Scanner(file).header();
    }

    boolean isText() {
        return kind <= 3;
    }

    boolean isBitmap() {
        return kind == 1 || kind == 4;
    }

    /** Reads words. */
    private static final class Scanner {
        private final FileBytes file;
        private long at = 2;

        Scanner(FileBytes file) {
            this.file = file;
        }

        AnymapHeader header() {
            int kind = file.u8(1) - '0';
            if (kind == PAM) {
                return pam();
            }
            long width = number();
            long height = number();
            int maxValue = kind == 1 || kind == 4 ? 1 : maxValue(number());
            // One white space character, and no more, ends the last number.
            return new AnymapHeader(kind, width, height, kind % 3 == 0 ? 3 : 1, maxValue, null, at + 1);
        }

        private AnymapHeader pam() {
            long width = 0;
            long height = 0;
            long depth = 0;
            long maxValue = 0;
            String tuple = null;
            while (true) {
                String word = word();
                switch (word) {
                    case "WIDTH" -> width = number();
                    case "HEIGHT" -> height = number();
                    case "DEPTH" -> depth = number();
                    case "MAXVAL" -> maxValue = number();
                    case "TUPLTYPE" -> tuple = tuple == null ? word() : tuple + " " + word();
                    case "ENDHDR" -> {
                        if (depth < 1 || depth > 4) {
                            throw PlainFormatException.unsupported("anymaps of depth " + depth + " are not read");
                        }
                        return new AnymapHeader(PAM, width, height, (int) depth, maxValue(maxValue), tuple, at + 1);
                    }
                    default -> throw PlainFormatException.header("an anymap's header has the line " + word);
                }
            }
        }

        private static int maxValue(long stated) {
            if (stated < 1 || stated > MAX_VALUE) {
                throw PlainFormatException.header("the greatest value is 1 to 65535, not " + stated);
            }
            return (int) stated;
        }

        private long number() {
            String digits = word();
            if (digits.length() > 18 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
                throw PlainFormatException.header("an anymap's header has " + digits + " for a number");
            }
            return Long.parseLong(digits);
        }

        private String word() {
            while (isSpace(file.u8(at)) || file.u8(at) == '#') {
                if (file.u8(at) == '#') {
                    comment();
                } else {
                    at++;
                }
                requireShort();
            }
            long from = at;
            while (!isSpace(file.u8(at)) && file.u8(at) != '#') {
                at++;
                requireShort();
            }
            return file.text(from, (int) (at - from));
        }

        private void comment() {
            while (file.u8(at) != '\n' && file.u8(at) != '\r') {
                at++;
                requireShort();
            }
        }

        private void requireShort() {
            if (at > MAX_LENGTH) {
                throw PlainFormatException.header("the header is longer than " + MAX_LENGTH + " bytes");
            }
        }
    }

    static boolean isSpace(int character) {
        return character == ' ' || (character >= '\t' && character <= '\r');
    }
}
