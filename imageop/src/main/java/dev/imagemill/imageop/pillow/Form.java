package dev.imagemill.imageop.pillow;

import dev.imagemill.imageop.Mode;

/** How pixels lie in memory, of this package's modes and of those PEP 368 modes that conversions start from or lead to. */
enum Form {
    GRAY(1),
    GRAY16(2),
    GRAY32(4),
    GRAY_ALPHA(2),
    RGB(3),
    RGBA(4),
    BILEVEL(1),
    PALETTE(1),
    YCBCR(3),
    LAB(3),
    HSV(3),
    INTEGER(4),
    FLOAT(4);

    private final int bytes;

    Form(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes from one pixel to the next. */
    int bytes() {
        return bytes;
    }

    /** What Pillow goes over where it has no direct rule. */
    Form base() {
        return switch (this) {
            case GRAY, GRAY16, GRAY32, GRAY_ALPHA, BILEVEL, INTEGER, FLOAT -> GRAY;
            case RGB, RGBA, PALETTE, YCBCR, LAB, HSV -> RGB;
        };
    }

    static Form of(Mode mode) {
        return switch (mode) {
            case L -> GRAY;
            case L16 -> GRAY16;
            case L32 -> GRAY32;
            case LA -> GRAY_ALPHA;
            case RGB -> RGB;
            case RGBA -> RGBA;
            case LA32, RGB48, RGBA64, YV12, JPEG_YV12, CMYK, CMYK64 ->
                throw new IllegalArgumentException("no rule starts from or leads to " + mode);
        };
    }
}
