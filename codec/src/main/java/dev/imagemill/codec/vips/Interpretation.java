package dev.imagemill.codec.vips;

/** What the bands of a libvips image mean, as far as the codec cares. */
public enum Interpretation {
    /** Anything not below. */
    OTHER(-1),
    MULTIBAND(0),
    GREY(1),
    LAB(13),
    CMYK(15),
    LABQ(16),
    LABS(21),
    SRGB(22),
    RGB16(25),
    GREY16(26),
    SC_RGB(28);

    private final int code;

    Interpretation(int code) {
        this.code = code;
    }

    static Interpretation of(int code) {
        for (Interpretation interpretation : values()) {
            if (interpretation.code == code) {
                return interpretation;
            }
        }
        return OTHER;
    }

    /** The value of libvips' {@code VipsInterpretation}. */
    public int code() {
        return code;
    }
}
