package dev.imagemill.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.contract.event.CloudEvent;
import dev.imagemill.contract.event.JobCompleted;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracesTest {
    private static final String SAMPLED = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final String UNSAMPLED = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";

    private final List<SpanData> spans = new ArrayList<>();
    private final Traces traces = new Traces(recording(Sampler.parentBased(Sampler.alwaysOn())));

    @Test
    void goesOnWithTheTraceOfAnEvent() {
        try (Work work = traces.receive(event().in(SAMPLED))) {
            assertThat(traces.current()).isEqualTo(work.traceparent()).startsWith(SAMPLED.substring(0, 36));
            traces.begin("part").tag("number", 7).close();
        }

        assertThat(spans).extracting(SpanData::getName).containsExactly("part", "process imagemill.catalog-events");
        assertThat(spans.getLast().getParentSpanId()).isEqualTo("00f067aa0ba902b7");
        assertThat(spans.getLast().getKind()).isEqualTo(SpanKind.CONSUMER);
        assertThat(spans.getFirst().getParentSpanId()).isEqualTo(spans.getLast().getSpanId());
        assertThat(traces.current()).isNull();
    }

    @Test
    void handsOnATraceThatIsNotRecorded() {
        try (Work work = traces.receive(event().in(UNSAMPLED))) {
            assertThat(work.traceparent()).isEqualTo(UNSAMPLED);
            assertThat(traces.current()).isEqualTo(UNSAMPLED);
            assertThat(traces.begin("part")).isSameAs(Work.UNSEEN);
            assertThat(traces.send(event(), "topic").traceparent()).isEqualTo(UNSAMPLED);
        }

        assertThat(spans).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {SAMPLED, UNSAMPLED})
    void handsOnTheTraceWhereNothingIsRecorded(String traceparent) {
        for (Traces silent : List.of(Traces.OFF, new Traces(recording(Sampler.alwaysOff())))) {
            try (Work work = silent.receive(event().in(traceparent))) {
                assertThat(work.traceparent()).isEqualTo(traceparent);
                assertThat(silent.send(event(), "topic").traceparent()).isEqualTo(traceparent);
            }
            assertThat(silent.resume("again", traceparent).traceparent()).isEqualTo(traceparent);
        }

        assertThat(spans).isEmpty();
    }

    @Test
    void hasNoTraceWhereNobodyBeganOne() {
        try (Work work = traces.receive(event())) {
            assertThat(work.traceparent()).isNull();
            assertThat(traces.current()).isNull();
        }

        assertThat(traces.send(event(), "topic").traceparent()).isNull();
        assertThat(traces.resume("again", null).traceparent()).isNull();
        assertThat(spans).isEmpty();
    }

    @Test
    void handlesEventsTogetherEachInItsOwnTrace() {
        traces.receiveAll(List.of(event().in(SAMPLED), event().in(UNSAMPLED), event()), batch -> {
            assertThat(batch.get(0).traceparent())
                    .startsWith(SAMPLED.substring(0, 36))
                    .isNotEqualTo(SAMPLED);
            assertThat(batch.get(1).traceparent()).isEqualTo(UNSAMPLED);
            assertThat(batch.get(2).traceparent()).isNull();
        });

        assertThat(spans).hasSize(1);
    }

    @Test
    void showsThatAWholeBatchFailed() {
        assertThatThrownBy(() -> traces.receiveAll(List.of(event().in(SAMPLED)), _ -> {
                    throw new IllegalStateException("away");
                }))
                .hasMessage("away");

        assertThat(spans)
                .singleElement()
                .satisfies(span -> assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR));
    }

    @Test
    void beginsATraceThatRefersToItsCause() {
        Work work = traces.beginLinked("chunk", SAMPLED);
        work.close();

        assertThat(work.traceparent()).doesNotContain("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(spans).singleElement().satisfies(span -> {
            assertThat(span.getParentSpanId())
                    .isEqualTo(Span.getInvalid().getSpanContext().getSpanId());
            assertThat(span.getLinks())
                    .extracting(link -> link.getSpanContext().getTraceId())
                    .containsExactly("4bf92f3577b34da6a3ce929d0e0e4736");
        });
    }

    private OpenTelemetry recording(Sampler sampler) {
        return OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .setSampler(sampler)
                        .addSpanProcessor(SimpleSpanProcessor.create(new Kept()))
                        .build())
                .build();
    }

    private static CloudEvent<JobCompleted> event() {
        Instant now = Instant.parse("2026-11-20T09:15:30Z");
        return CloudEvent.of(
                "id", "urn:imagemill:test", now, new JobCompleted(new UUID(0, 1), null, 1, 1, 0, now, now));
    }

    private final class Kept implements SpanExporter {
        @Override
        public CompletableResultCode export(Collection<SpanData> ended) {
            spans.addAll(ended);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
