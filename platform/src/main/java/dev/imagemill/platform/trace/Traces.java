package dev.imagemill.platform.trace;

import dev.imagemill.contract.event.CloudEvent;
import dev.imagemill.contract.event.EventData;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Shows work in traces. Where the trace at hand is not recorded, no span is made: its context goes along, so that log lines
 * and later events still name it.
 */
public final class Traces {
    /** For where nothing is traced. */
    public static final Traces OFF = new Traces(OpenTelemetry.noop());

    private static final String DESTINATION = "messaging.destination.name";
    private static final String OPERATION = "messaging.operation.type";

    private final Tracer tracer;

    public Traces(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("dev.imagemill");
    }

    /** The trace of the calling thread, for others to go on with; null if it has none. */
    public @Nullable String current() {
        return Traceparent.of(Span.current());
    }

    /** A part of what the calling thread does; to be closed by it. */
    public Work begin(String name) {
        if (!Span.current().isRecording()) {
            return Work.UNSEEN;
        }
        return entered(tracer.spanBuilder(name).startSpan());
    }

    /**
     * Work that goes on with a trace that came from elsewhere. It is not what the calling thread does from now on, so that many can be
     * begun side by side.
     */
    public Work resume(String name, @Nullable String traceparent) {
        return resumed(name, SpanKind.INTERNAL, Traceparent.context(traceparent));
    }

    /** Work that begins a trace of its own, which refers to the one that led to it; not what the calling thread does from now on. */
    public Work beginLinked(String name, @Nullable String cause) {
        Span causing = Span.fromContext(Traceparent.context(cause));
        Span span = tracer.spanBuilder(name)
                .setNoParent()
                .addLink(causing.getSpanContext())
                .startSpan();
        return new Work(span, Scope.noop(), Traceparent.of(span));
    }

    /** An event on its way to a topic, by the trace that it names or else that of the calling thread. */
    public Work send(CloudEvent<?> event, String topic) {
        Context parent = event.traceparent() == null ? Context.current() : Traceparent.context(event.traceparent());
        return resumed("send " + topic, SpanKind.PRODUCER, parent)
                .tag("messaging.system", "kafka")
                .tag(OPERATION, "send")
                .tag(DESTINATION, topic)
                .tag("cloudevents.event_id", event.id())
                .tag("cloudevents.event_subject", event.subject());
    }

    /** What the calling thread does because of an event; to be closed by it. */
    public Work receive(CloudEvent<?> event) {
        Context parent = Traceparent.context(event.traceparent());
        Span span = received(event, parent);
        return span.isRecording() ? entered(span) : entered(span, parent, event.traceparent());
    }

    /** Handles events together, each in its own trace: what becomes of them names it. */
    public <T extends EventData> void receiveAll(List<CloudEvent<T>> batch, Consumer<List<CloudEvent<T>>> handler) {
        List<Work> works = new ArrayList<>(batch.size());
        List<CloudEvent<T>> traced = new ArrayList<>(batch.size());
        for (CloudEvent<T> event : batch) {
            Context parent = Traceparent.context(event.traceparent());
            Span span = received(event, parent);
            Work work = shown(span, parent).tag("messaging.batch.message_count", batch.size());
            works.add(work);
            traced.add(event.in(work.traceparent()));
        }
        try {
            handler.accept(traced);
        } catch (RuntimeException | Error failure) {
            works.forEach(work -> work.fail(failure));
            throw failure;
        } finally {
            works.forEach(Work::close);
        }
    }

    private Span received(CloudEvent<?> event, Context parent) {
        if (!isSampled(parent)) {
            return Span.getInvalid();
        }
        String topic = event.data().topic();
        return tracer.spanBuilder("process " + topic)
                .setParent(parent)
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute(OPERATION, "process")
                .setAttribute(DESTINATION, topic)
                .setAttribute("cloudevents.event_id", event.id())
                .startSpan();
    }

    private Work resumed(String name, SpanKind kind, Context parent) {
        Span span = isSampled(parent)
                ? tracer.spanBuilder(name).setParent(parent).setSpanKind(kind).startSpan()
                : Span.getInvalid();
        return shown(span, parent);
    }

    private static boolean isSampled(Context parent) {
        return Span.fromContext(parent).getSpanContext().isSampled();
    }

    /** Not recording, the work is known by what it goes on with. */
    private static Work shown(Span span, Context parent) {
        return new Work(span, Scope.noop(), Traceparent.of(span.isRecording() ? span : Span.fromContext(parent)));
    }

    private static Work entered(Span span) {
        return entered(span, Context.current().with(span), Traceparent.of(span));
    }

    @SuppressWarnings("MustBeClosedChecker") // with the work
    private static Work entered(Span span, Context context, @Nullable String traceparent) {
        return new Work(span, context.makeCurrent(), traceparent);
    }
}
