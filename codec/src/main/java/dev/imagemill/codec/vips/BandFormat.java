package dev.imagemill.codec.vips;

/** How libvips stores one band of a pixel; in the order of its C enumeration, which starts at 0. */
public enum BandFormat {
    UCHAR,
    CHAR,
    USHORT,
    SHORT,
    UINT,
    INT,
    FLOAT,
    COMPLEX,
    DOUBLE,
    DPCOMPLEX;

    @SuppressWarnings("EnumOrdinal") // the order is that of the C enumeration
    static BandFormat of(int code) {
        return values()[code];
    }

    /** The value of libvips' {@code VipsBandFormat}. */
    @SuppressWarnings("EnumOrdinal") // the order is that of the C enumeration
    public int code() {
        return ordinal();
    }
}
