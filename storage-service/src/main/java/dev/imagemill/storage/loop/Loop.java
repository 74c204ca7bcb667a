package dev.imagemill.storage.loop;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * A thread that runs one step again and again: at once while the step finds work, when {@link #wake} is called, and
 * otherwise after a pause. A step that throws is tried again after a pause that doubles up to a limit, so that an outage
 * neither ends the loop nor floods the log.
 */
public final class Loop implements SmartLifecycle {
    /** One unit of the loop's work. */
    @FunctionalInterface
    public interface Step {
        /** Whether there may be more to do at once. */
        boolean run();
    }

    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(10);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);

    private final String name;
    private final Duration pause;
    private final Step step;
    private final Semaphore signal = new Semaphore(0);
    private volatile @Nullable Thread thread;
    private volatile boolean stopping;
    private Duration retry = FIRST_RETRY;

    public Loop(String name, Duration pause, Step step) {
        this.name = requireNonNull(name, "name is null");
        this.pause = requireNonNull(pause, "pause is null");
        this.step = requireNonNull(step, "step is null");
    }

    /** Says that there is work now. */
    public void wake() {
        signal.release();
    }

    @Override
    public void start() {
        stopping = false;
        thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    @Override
    public void stop() {
        stopping = true;
        wake();
        Thread running = thread;
        if (running == null) {
            return;
        }
        try {
            if (!running.join(STOP_PATIENCE)) {
                LOG.warn("{} did not end within {}", name, STOP_PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (!stopping) {
            Duration wait = oneStep();
            if (!wait.isZero() && !stopping) {
                await(wait);
            }
        }
    }

    private Duration oneStep() {
        try {
            boolean more = step.run();
            retry = FIRST_RETRY;
            return more ? Duration.ZERO : pause;
        } catch (RuntimeException | Error e) { // a loop that ended would be missed by nobody until work has piled up
            LOG.warn("{} failed and tries again in {} ms: {}", name, retry.toMillis(), e.toString());
            LOG.debug("{} failed", name, e);
            Duration wait = retry;
            retry = retry.multipliedBy(2).compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : retry.multipliedBy(2);
            return wait;
        }
    }

    private void await(Duration wait) {
        try {
            if (signal.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                signal.drainPermits();
            }
        } catch (InterruptedException e) {
            stopping = true;
        }
    }
}
