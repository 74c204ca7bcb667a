package dev.imagemill.codec.turbojpeg;

/** At which resolution a JPEG keeps its colour; in the order of the library's {@code TJSAMP}, which starts at 0. */
public enum Subsampling {
    /** 4:4:4. */
    NONE,
    /** 4:2:2. */
    HALF_WIDTH,
    /** 4:2:0. */
    HALF,
    /** No colour at all. */
    GREY,
    /** 4:4:0. */
    HALF_HEIGHT,
    /** 4:1:1. */
    QUARTER_WIDTH;

    @SuppressWarnings("EnumOrdinal") // the order is that of the C enumeration
    int code() {
        return ordinal();
    }
}
