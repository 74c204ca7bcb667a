package dev.imagemill.platform.shutdown;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/**
 * Goes on serving for a while after the service was told to stop. It says by then that it is not ready, so whoever spreads requests
 * over several services can notice and leave it alone before it refuses connections.
 */
final class ShutdownDelay implements SmartLifecycle {
    private final Duration delay;
    private volatile boolean running;

    ShutdownDelay(Duration delay) {
        this.delay = delay;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops before everything else: the web server, which finishes its requests, and the consumers. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
