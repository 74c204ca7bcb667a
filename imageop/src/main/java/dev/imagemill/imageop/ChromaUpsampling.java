package dev.imagemill.imageop;

/** How the halved chroma of a planar image is spread over its pixels when it is converted to another mode. */
public enum ChromaUpsampling {
    /** Every pixel of a 2 x 2 block gets the block's chroma. A block of one colour stays one. */
    REPLICATE,

    /**
     * Chroma is interpolated between the centres of blocks: 9/16 of the pixel's own block, 3/16 of each of the nearest two beside it, 1/16 of
     * the one across. It is the triangle filter of libjpeg, with its rounding. Edges are repeated.
     */
    LINEAR
}
