package dev.imagemill.codec.vips;

/**
 * A libvips call that failed, with libvips' own words. Those come from a buffer that all threads share, so under load they may tell of
 * a neighbour's failure too: they are for people, never for decisions.
 */
public final class VipsException extends RuntimeException {
    VipsException(String message) {
        super(message);
    }
}
