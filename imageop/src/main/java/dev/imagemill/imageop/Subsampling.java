package dev.imagemill.imageop;

/** How many pixels, across and down, share one sample of a component. */
public record Subsampling(int x, int y) {
    static final Subsampling NONE = new Subsampling(1, 1);
    static final Subsampling HALF = new Subsampling(2, 2);
}
