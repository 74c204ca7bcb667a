package dev.imagemill.platform.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/** A piece of work as a trace shows it: from its beginning until it is closed. Most often nobody looks, and then it is nothing. */
public final class Work implements AutoCloseable {
    /** Work that no trace shows. */
    static final Work UNSEEN = new Work(Span.getInvalid(), Scope.noop(), null);

    private final Span span;
    private final Scope scope;
    private final @Nullable String traceparent;

    Work(Span span, Scope scope, @Nullable String traceparent) {
        this.span = span;
        this.scope = scope;
        this.traceparent = traceparent;
    }

    /** What others need to know to go on with the trace; null if there is none. */
    public @Nullable String traceparent() {
        return traceparent;
    }

    /** Says more about the work. Null says nothing. */
    public Work tag(String name, @Nullable Object value) {
        if (span.isRecording() && value != null) {
            if (value instanceof Number number) {
                span.setAttribute(name, number.longValue());
            } else {
                span.setAttribute(name, value.toString());
            }
        }
        return this;
    }

    /** Says that the work failed. */
    public void fail(Throwable failure) {
        if (span.isRecording()) {
            span.recordException(failure);
            span.setStatus(StatusCode.ERROR);
        }
    }

    /** Says that the work came to nothing for a reason that has a code. */
    public void fail(String code, String detail) {
        if (span.isRecording()) {
            span.setAttribute("error.type", code);
            span.setStatus(StatusCode.ERROR, detail);
        }
    }

    @Override
    public void close() {
        scope.close();
        span.end();
    }
}
