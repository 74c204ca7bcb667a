package dev.imagemill.codec;

import dev.imagemill.codec.vips.VipsStop;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

/**
 * Ends work with images that goes on in another thread, where that can be: before the next strip of an image that libvips computes, and wherever the work itself {@linkplain
 * #check looks}. A call of a decoder or encoder that does a whole image at once (AVIF, JPEG through libjpeg-turbo, WebP through libwebp) is ended after it. Work that was stopped fails in some way.
 */
public final class Stop {
    private final VipsStop vips;

    /** Loads the codec if need be, so that what it does once and for all is not what is stopped. */
    public Stop() {
        Codec.ensureLoaded();
        vips = new VipsStop();
    }

    /** Does the work on this thread. */
    public <T> T during(Callable<T> work) throws Exception {
        return vips.during(work);
    }

    /** Ends the work; to be called by any thread, before, during or after it. */
    public void now() {
        vips.stop();
    }

    /**
     * Between steps of work, whether it is to go on.
     *
     * @throws CancellationException if it was stopped
     */
    public static void check() {
        if (VipsStop.isStopped()) {
            throw new CancellationException("the work was stopped");
        }
    }
}
