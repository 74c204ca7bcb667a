package dev.imagemill.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.codec.vips.VipsLibrary;

/** What libvips holds for images. */
final class NativeMemory {
    private static final int PATIENCE_MILLIS = 5000;
    private static final int PAUSE_MILLIS = 20;

    private NativeMemory() {}

    static long bytes() {
        return VipsLibrary.get().trackedBytes();
    }

    /** No more than before; threads of libvips that end after a call free theirs a little later. */
    static void assertNoneKeptSince(long before) throws InterruptedException {
        for (int waited = 0; waited < PATIENCE_MILLIS && bytes() > before; waited += PAUSE_MILLIS) {
            Thread.sleep(PAUSE_MILLIS);
        }
        assertThat(bytes()).as("bytes that libvips holds").isLessThanOrEqualTo(before);
    }
}
