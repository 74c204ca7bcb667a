package dev.imagemill.standalone;

import dev.imagemill.standalone.TraceReceiver.Span;
import java.util.Comparator;
import java.util.List;

/** A trace as text: a line a span, below the span that it belongs to, with the milliseconds since the trace began. */
final class TraceText {
    private final List<Span> trace;
    private final long begin;
    private final StringBuilder text = new StringBuilder();

    private TraceText(List<Span> trace) {
        this.trace = trace;
        this.begin = trace.stream().mapToLong(Span::beginNanos).min().orElse(0);
    }

    static String of(List<Span> trace) {
        TraceText text = new TraceText(trace);
        trace.stream().filter(Span::isRoot).forEach(root -> text.write(root, 0));
        return text.text.toString();
    }

    private void write(Span span, int depth) {
        text.append("%8.1f %8.1f  %-20s %s%s%n"
                .formatted(
                        millis(span.beginNanos() - begin),
                        millis(span.endNanos() - span.beginNanos()),
                        span.service(),
                        "  ".repeat(depth),
                        label(span)));
        trace.stream()
                .filter(child -> child.parent().equals(span.id()))
                .sorted(Comparator.comparing(Span::beginNanos))
                .forEach(child -> write(child, depth + 1));
    }

    private static String label(Span span) {
        String rendition = span.attributes().get("imagemill.rendition");
        return rendition == null ? span.name() : span.name() + " " + rendition;
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }
}
