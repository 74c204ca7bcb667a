package dev.imagemill.contract.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads one message as an event. */
final class EventReader {
    private final Map<String, byte[]> headers;

    private EventReader(Map<String, byte[]> headers) {
        this.headers = headers;
    }

    static CloudEvent<?> read(Map<String, byte[]> headers, byte[] value) {
        EventReader reader = new EventReader(headers);
        return reader.event(value, reader.type().dataClass());
    }

    static <T extends EventData> CloudEvent<T> read(Map<String, byte[]> headers, byte[] value, Class<T> dataClass) {
        EventReader reader = new EventReader(headers);
        EventType type = reader.type();
        if (!type.dataClass().equals(dataClass)) {
            throw invalid("expected an event with " + dataClass.getSimpleName() + ", got one of type " + type.id());
        }
        return reader.event(value, dataClass);
    }

    private EventType type() {
        String version = require(CloudEventHeaders.SPEC_VERSION);
        if (!version.equals(CloudEventHeaders.SUPPORTED_SPEC_VERSION)) {
            throw invalid("expected " + CloudEventHeaders.SPEC_VERSION + " \"1.0\", got \"" + version + '"');
        }
        String type = require(CloudEventHeaders.TYPE);
        return EventType.ofId(type)
                .orElseThrow(() -> invalid("unknown event type \"" + type + "\": expected one of " + knownTypes()));
    }

    private <T extends EventData> CloudEvent<T> event(byte[] value, Class<T> dataClass) {
        checkContentType();
        String id = require(CloudEventHeaders.ID);
        String source = require(CloudEventHeaders.SOURCE);
        String type = require(CloudEventHeaders.TYPE);
        Instant time = time(require(CloudEventHeaders.TIME));
        return new CloudEvent<>(
                id, source, type, time, find(CloudEventHeaders.SUBJECT), traceparent(), data(value, dataClass));
    }

    /** One that is malformed counts for none, as W3C Trace Context wants it: an event is not lost over its trace. */
    private @Nullable String traceparent() {
        String traceparent = find(CloudEventHeaders.TRACE);
        String found = traceparent == null ? find(CloudEventHeaders.TRACE_CONTEXT) : traceparent;
        return found != null && CloudEvent.isTraceparent(found) ? found : null;
    }

    private void checkContentType() {
        String contentType = find(CloudEventHeaders.CONTENT_TYPE);
        if (contentType != null
                && !contentType
                        .split(";", 2)[0]
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .equals(CloudEventHeaders.JSON)) {
            throw invalid("expected content-type application/json, got \"" + contentType + '"');
        }
    }

    private static <T extends EventData> T data(byte[] value, Class<T> dataClass) {
        try {
            T data = EventJson.mapper().readValue(value, dataClass);
            if (data == null) {
                throw invalid("expected an object as the event's data, got null");
            }
            return data;
        } catch (JacksonException e) {
            throw new ProblemException(DataProblem.of(e), e);
        }
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new ProblemException(
                    problem("expected " + CloudEventHeaders.TIME + " as an RFC 3339 time, got \"" + text + '"'), e);
        }
    }

    private String require(String name) {
        String value = find(name);
        if (value == null || value.isEmpty()) {
            throw invalid("the header " + name + " is missing");
        }
        return value;
    }

    private @Nullable String find(String name) {
        byte[] value = headers.get(name);
        return value == null ? null : new String(value, UTF_8);
    }

    private static String knownTypes() {
        return Arrays.stream(EventType.values()).map(EventType::id).collect(Collectors.joining(", "));
    }

    private static ProblemException invalid(String detail) {
        return problem(detail).exception();
    }

    private static Problem problem(String detail) {
        return Problem.of(ProblemType.INVALID_EVENT, detail);
    }
}
