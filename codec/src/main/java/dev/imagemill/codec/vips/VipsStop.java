package dev.imagemill.codec.vips;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends, from another thread, what libvips computes on one. An image that is being computed is marked as killed, which libvips looks at before each strip of it; what
 * begins later on that thread fails at once. A loader or saver that works in one call of a library of its own runs to the end of that call.
 */
public final class VipsStop {
    private static final ScopedValue<VipsStop> CURRENT = ScopedValue.newInstance();

    private final Native functions = VipsLibrary.get().functions();
    private @Nullable MemorySegment image;
    private boolean stopped;

    /** Does the work on this thread, and has libvips look at this stop meanwhile. */
    public <T> T during(Callable<T> work) throws Exception {
        return ScopedValue.where(CURRENT, this).call(work::call);
    }

    /** Ends the work; to be called by any thread. */
    public synchronized void stop() {
        stopped = true;
        if (image != null) {
            Invoke.run(functions.imageSetKill, image, 1);
        }
    }

    /** Whether the work that this thread does was stopped. */
    public static boolean isStopped() {
        return CURRENT.isBound() && CURRENT.get().stopped();
    }

    private synchronized boolean stopped() {
        return stopped;
    }

    /** Has an image's pixels computed by the call, which can be stopped. */
    static <T> T computing(MemorySegment image, Supplier<T> call) {
        return CURRENT.isBound() ? CURRENT.get().around(image, call) : call.get();
    }

    private <T> T around(MemorySegment computed, Supplier<T> call) {
        begin(computed);
        try {
            return call.get();
        } finally {
            end();
        }
    }

    private synchronized void begin(MemorySegment computed) {
        if (stopped) {
            throw new VipsException("the work was stopped");
        }
        image = computed;
    }

    private synchronized void end() {
        image = null;
    }
}
