package dev.imagemill.contract.pipeline;

/** What lengths are counted in. */
public enum Measure implements Choice {
    /** Whole pixels of the image. */
    PIXELS("pixels"),
    /** Parts of the image's width or height, which is 1. */
    FRACTION("fraction");

    private final String id;

    Measure(String id) {
        this.id = id;
    }

    /** The word that stands for it in a pipeline document. */
    @Override
    public String id() {
        return id;
    }
}
