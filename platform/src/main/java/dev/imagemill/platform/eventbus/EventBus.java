package dev.imagemill.platform.eventbus;

import dev.imagemill.contract.event.CloudEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a service publishes events. A method that returns has had every event acknowledged by the broker and its in-sync
 * replicas; one that throws {@link EventBusUnavailable} leaves open which events arrived. Nothing waits longer than the
 * delivery timeout, 10 s by default.
 */
public interface EventBus {
    /** Publishes one event to the topic of its type. */
    default void publish(CloudEvent<?> event, @Nullable String key) {
        publishAll(List.of(OutgoingEvent.of(event, key)));
    }

    /** Publishes events, all in flight at once; those with the same topic and key keep their order. */
    void publishAll(List<OutgoingEvent> events);
}
