package dev.imagemill.transform.bench;

import dev.imagemill.platform.trace.Traces;
import dev.imagemill.platform.trace.Work;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The stages that a source goes through: how long each takes is counted in {@code imagemill.transform.stage}, and shown in traces. Waiting
 * for a thread or for memory belongs to none of them.
 */
public final class Stages {
    /** For where nobody counts. */
    public static final Stages UNSEEN = new Stages(new CompositeMeterRegistry(), Traces.OFF);

    /** What is timed. */
    public enum Stage {
        /** Bringing the source here. */
        FETCH,
        /** Reading its header. */
        PLAN,
        DECODE,
        /** The operations of one rendition. */
        SCALE,
        ENCODE,
        /** Putting one rendition into the blob store. */
        STORE
    }

    private final Map<Stage, Timer> timers = new EnumMap<>(Stage.class);
    private final Traces traces;

    Stages(MeterRegistry registry, Traces traces) {
        this.traces = traces;
        for (Stage stage : Stage.values()) {
            timers.put(stage, registry.timer("imagemill.transform.stage", "stage", name(stage)));
        }
    }

    /** Work that is one stage. */
    public interface Action<T, E extends Exception> {
        T on(Work shown) throws E;
    }

    /** What a trace shows, and nobody times. */
    public Work begin(String name) {
        return traces.begin(name);
    }

    /** Does work that is one stage. */
    public <T, E extends Exception> T time(Stage stage, Action<T, E> work) throws E {
        long begun = System.nanoTime();
        try (Work shown = traces.begin(name(stage))) {
            try {
                return work.on(shown);
            } catch (Throwable failure) { // whatever it is, it belongs to whoever called
                shown.fail(failure);
                throw failure;
            }
        } finally {
            took(stage, Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    void took(Stage stage, Duration time) {
        Timer timer = timers.get(stage);
        if (timer != null) {
            timer.record(time.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private static String name(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }
}
