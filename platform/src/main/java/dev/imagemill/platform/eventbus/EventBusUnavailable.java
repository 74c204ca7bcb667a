package dev.imagemill.platform.eventbus;

import org.jspecify.annotations.Nullable;

/** Kafka did not acknowledge an event in time: it may or may not arrive, so whoever published it publishes it again. */
public final class EventBusUnavailable extends RuntimeException {
    public EventBusUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
