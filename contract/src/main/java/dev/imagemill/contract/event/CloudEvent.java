package dev.imagemill.contract.event;

import static java.util.Objects.requireNonNull;

import dev.imagemill.contract.id.Uuid7;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An event in its CloudEvents 1.0 envelope.
 *
 * @param id unique among the events of its source
 * @param source what the event comes from, a URI reference, as {@code urn:imagemill:ingest}
 * @param type the {@link EventType#id()} of its data
 * @param time when it happened
 * @param subject what it is about, as an image's id, or null
 * @param traceparent the trace that it belongs to, as W3C Trace Context writes it in version 00, or null
 * @param data what it says
 */
public record CloudEvent<T extends EventData>(
        String id,
        String source,
        String type,
        Instant time,
        @Nullable String subject,
        @Nullable String traceparent,
        T data) {
    private static final Pattern TRACEPARENT = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    public CloudEvent {
        requireText(id, "id");
        requireText(source, "source");
        requireNonNull(time, "time is null");
        requireNonNull(data, "data is null");
        if (traceparent != null && !isTraceparent(traceparent)) {
            throw new IllegalArgumentException("not a traceparent of version 00: " + traceparent);
        }
        if (!type.equals(data.type().id())) {
            throw new IllegalArgumentException(
                    "the type of this data is " + data.type().id() + ", not " + type);
        }
    }

    /** An event that happens now, with a fresh id, about what its key names. */
    public static <T extends EventData> CloudEvent<T> now(String source, T data, Clock clock) {
        return of(Uuid7.next().toString(), source, clock.instant().truncatedTo(ChronoUnit.MILLIS), data);
    }

    /** An event of a given id, about what its key names: the same fact told again has the same id. */
    public static <T extends EventData> CloudEvent<T> of(String id, String source, Instant time, T data) {
        return new CloudEvent<>(id, source, data.type().id(), time, data.key(), null, data);
    }

    /** The same event in another trace, or in none. */
    public CloudEvent<T> in(@Nullable String trace) {
        return new CloudEvent<>(id, source, type, time, subject, trace, data);
    }

    /** Whether a text names a trace. */
    static boolean isTraceparent(String text) {
        return TRACEPARENT.matcher(text).matches();
    }

    public EventType eventType() {
        return data.type();
    }

    private static void requireText(String text, String what) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException(what + " is empty");
        }
    }
}
