package dev.imagemill.platform.eventbus;

import static java.util.Objects.requireNonNull;

import dev.imagemill.contract.event.CloudEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way out.
 *
 * @param topic the Kafka topic it goes to
 * @param key what decides its partition, and so what it keeps its order with; null if the order does not matter
 * @param event the event
 */
public record OutgoingEvent(String topic, @Nullable String key, CloudEvent<?> event) {
    public OutgoingEvent {
        requireNonNull(topic, "topic is null");
        requireNonNull(event, "event is null");
    }

    /** The same in another trace, or in none. */
    OutgoingEvent in(@Nullable String traceparent) {
        return new OutgoingEvent(topic, key, event.in(traceparent));
    }

    /** An event for the topic of its data, with a key. */
    public static OutgoingEvent of(CloudEvent<?> event, @Nullable String key) {
        return new OutgoingEvent(event.data().topic(), key, event);
    }

    /** An event for the topic of its data, with the key of its data. */
    public static OutgoingEvent of(CloudEvent<?> event) {
        return of(event, event.data().key());
    }
}
