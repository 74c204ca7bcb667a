package dev.imagemill.codec.turbojpeg;

/** How the library lays pixels out in memory, as far as it is asked to. */
public enum PixelFormat {
    RGB(0, 3),
    GREY(6, 1);

    private final int code;
    private final int bytes;

    PixelFormat(int code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    /** Bytes of a pixel. */
    public int bytes() {
        return bytes;
    }

    /** The value of {@code TJPF}. */
    int code() {
        return code;
    }
}
