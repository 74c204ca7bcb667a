package dev.imagemill.contract.pipeline;

/** The colour spaces that an image can be brought to. */
public enum ColorspaceName implements Choice {
    SRGB("srgb"),
    /** Wider than sRGB, with the same curve. */
    DISPLAY_P3("display-p3"),
    /** The lightness of each colour. */
    GREY("grey"),
    /** Ink, by a built-in profile. */
    CMYK("cmyk"),
    /** Whatever the source is in. */
    KEEP("keep");

    private final String id;

    ColorspaceName(String id) {
        this.id = id;
    }

    /** The word that stands for it in a pipeline document. */
    @Override
    public String id() {
        return id;
    }
}
