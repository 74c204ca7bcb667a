package dev.imagemill.codec.turbojpeg;

import dev.imagemill.imageop.ImageSize;

/** At which resolution a JPEG keeps its colour; in the order of the library's {@code TJSAMP}, which starts at 0. */
public enum Subsampling {
    /** 4:4:4. */
    NONE(1, 1),
    /** 4:2:2. */
    HALF_WIDTH(2, 1),
    /** 4:2:0. */
    HALF(2, 2),
    /** No colour at all. */
    GREY(1, 1),
    /** 4:4:0. */
    HALF_HEIGHT(1, 2),
    /** 4:1:1. */
    QUARTER_WIDTH(4, 1);

    private final int across;
    private final int down;

    Subsampling(int across, int down) {
        this.across = across;
        this.down = down;
    }

    /** How many pixels beside one another share one sample of colour. */
    public int across() {
        return across;
    }

    /** How many pixels below one another share one sample of colour. */
    public int down() {
        return down;
    }

    /** The size of a plane of colour of a picture of this size. */
    public ImageSize chroma(ImageSize size) {
        return new ImageSize(Math.ceilDiv(size.width(), across), Math.ceilDiv(size.height(), down));
    }

    /** The size that the library takes the plane of luma to have: that of whole samples of colour. */
    public ImageSize luma(ImageSize size) {
        ImageSize chroma = chroma(size);
        return new ImageSize(chroma.width() * across, chroma.height() * down);
    }

    static Subsampling of(int code) {
        return values()[code];
    }

    @SuppressWarnings("EnumOrdinal") // the order is that of the C enumeration
    int code() {
        return ordinal();
    }
}
