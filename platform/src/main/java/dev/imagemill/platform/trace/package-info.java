/**
 * Traces of what passes through the services, and the ids that their log lines carry.
 *
 * <p>OpenTelemetry records the spans, set up by Spring Boot; requests over HTTP are its own. What this package adds is the way
 * through Kafka and the ledger, where a trace's context travels as the {@code traceparent} of an event or a row, and over
 * to other threads. Nothing is recorded unless an OTLP endpoint is set; then a span is nothing but a look at the context.
 */
@NullMarked
package dev.imagemill.platform.trace;

import org.jspecify.annotations.NullMarked;
