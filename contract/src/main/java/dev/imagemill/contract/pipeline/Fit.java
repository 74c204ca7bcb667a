package dev.imagemill.contract.pipeline;

/** How an image is made to fit a width and height, in sharp's words. */
public enum Fit implements Choice {
    /** As large as possible within both, proportions kept. */
    INSIDE("inside"),
    /** As small as possible around both, proportions kept. */
    OUTSIDE("outside"),
    /** Fills both, proportions kept; what stands over is cut off, by gravity. */
    COVER("cover"),
    /** Within both, proportions kept; the rest is background, by gravity. */
    CONTAIN("contain"),
    /** Both exactly, proportions given up. */
    FILL("fill");

    private final String id;

    Fit(String id) {
        this.id = id;
    }

    /** The word that stands for it in a pipeline document. */
    @Override
    public String id() {
        return id;
    }
}
