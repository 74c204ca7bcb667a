package dev.imagemill.platform.trace;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Ids that the calling thread's log lines carry until this is closed: {@code imageId}, {@code jobId}, {@code chunkId}, {@code item}
 * and {@code rendition}, beside {@code traceId} and {@code spanId}, which are the tracer's.
 */
public final class LogIds implements AutoCloseable {
    public static final String IMAGE = "imageId";
    public static final String JOB = "jobId";
    public static final String CHUNK = "chunkId";
    public static final String ITEM = "item";
    public static final String RENDITION = "rendition";

    private final List<Runnable> undo = new ArrayList<>();

    private LogIds() {}

    public static LogIds of(String name, @Nullable Object id) {
        return new LogIds().and(name, id);
    }

    /** One more; null is none. */
    public LogIds and(String name, @Nullable Object id) {
        if (id == null) {
            return this;
        }
        String before = MDC.get(name);
        MDC.put(name, id.toString());
        undo.add(before == null ? () -> MDC.remove(name) : () -> MDC.put(name, before));
        return this;
    }

    @Override
    public void close() {
        undo.reversed().forEach(Runnable::run);
    }
}
