package dev.imagemill.benchmark.pillow;

/** An operation on a source, ready to be done again and again. */
interface Work {
    /** Does it once: an image or a list of images. */
    Object run();
}
