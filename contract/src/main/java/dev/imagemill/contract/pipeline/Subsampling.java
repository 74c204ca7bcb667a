package dev.imagemill.contract.pipeline;

/** How many colour samples a lossy encoder keeps. */
public enum Subsampling implements Choice {
    /** One colour sample for four pixels. */
    HALF("4:2:0"),
    /** One colour sample for each pixel. */
    FULL("4:4:4");

    private final String id;

    Subsampling(String id) {
        this.id = id;
    }

    /** The word that stands for it in a pipeline document. */
    @Override
    public String id() {
        return id;
    }
}
