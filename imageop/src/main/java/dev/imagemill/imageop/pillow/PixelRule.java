package dev.imagemill.imageop.pillow;

/** A conversion of a run of pixels from one layout to another. It may keep scratch memory, so one rule serves one thread. */
@FunctionalInterface
interface PixelRule {
    /** Most pixels of one run. */
    int RUN = 4096;

    /** Converts {@code pixels} pixels, at most {@link #RUN}, from index {@code at} of one array to index {@code toAt} of another. */
    void apply(byte[] from, int at, byte[] to, int toAt, int pixels);

    /** This rule, then another one; {@code bytes} is what a pixel takes in between. */
    default PixelRule then(int bytes, PixelRule next) {
        byte[] between = new byte[RUN * bytes];
        return (from, at, to, toAt, pixels) -> {
            apply(from, at, between, 0, pixels);
            next.apply(between, 0, to, toAt, pixels);
        };
    }
}
