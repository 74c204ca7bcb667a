package dev.imagemill.contract.event;

import static java.util.Objects.requireNonNull;

import dev.imagemill.contract.id.Uuid7;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * An event in its CloudEvents 1.0 envelope.
 *
 * @param id unique among the events of its source
 * @param source what the event comes from, a URI reference, as {@code urn:imagemill:ingest}
 * @param type the {@link EventType#id()} of its data
 * @param time when it happened
 * @param subject what it is about, as an image's id, or null
 * @param data what it says
 */
public record CloudEvent<T extends EventData>(
        String id,
        String source,
        String type,
        Instant time,
        @Nullable String subject,
        T data) {

    public CloudEvent {
        requireText(id, "id");
        requireText(source, "source");
        requireNonNull(time, "time is null");
        requireNonNull(data, "data is null");
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
        return new CloudEvent<>(id, source, data.type().id(), time, data.key(), data);
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
