package dev.imagemill.platform.trace;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** What goes along when a thread has another one work for it: the trace, and the ids of its log lines. */
public final class Carried {
    private final Context trace;
    private final @Nullable Map<String, String> ids;

    private Carried(Context trace, @Nullable Map<String, String> ids) {
        this.trace = trace;
        this.ids = ids;
    }

    /** What the calling thread works under. */
    public static Carried along() {
        return new Carried(Context.current(), MDC.getCopyOfContextMap());
    }

    /** Work that takes it along to whichever thread does it, which has its own again afterwards. */
    public <T> Callable<T> to(Callable<T> work) {
        return () -> {
            Map<String, String> own = MDC.getCopyOfContextMap();
            // Entering the trace notes its id among those of the log lines, so they are put there first and taken back
            // last.
            replaceIds(ids);
            try (Scope _ = trace.makeCurrent()) {
                return work.call();
            } finally {
                replaceIds(own);
            }
        };
    }

    private static void replaceIds(@Nullable Map<String, String> ids) {
        if (ids == null) {
            MDC.clear();
        } else {
            MDC.setContextMap(ids);
        }
    }
}
