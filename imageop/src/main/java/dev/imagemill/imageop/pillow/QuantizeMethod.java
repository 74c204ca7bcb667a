package dev.imagemill.imageop.pillow;

/** How the colours of a palette are picked. */
public enum QuantizeMethod {
    /** Boxes of colours are split at the median of their widest side, the most populous first; each gives its mean. No alpha. */
    MEDIAN_CUT,
    /** Each colour is the one that lies farthest from all before. No alpha. */
    MAX_COVERAGE,
    /** All occupied cells of a coarse grid, and the most populous ones of a fine grid; quick, and the only one for images with alpha. */
    FAST_OCTREE
}
