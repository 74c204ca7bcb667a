package dev.imagemill.platform.eventbus;

import java.time.Duration;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Sets up the consumers: a message whose handling threw is handled again, with growing pauses and for as long as it takes,
 * because skipping one would lose it; and a consumer that is told to stop ends after the message in hand.
 */
final class FailedMessages implements ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> {
    private static final Duration FIRST_DELAY = Duration.ofSeconds(1);

    private final EventBusProperties properties;

    FailedMessages(EventBusProperties properties) {
        this.properties = properties;
    }

    @Override
    public void configure(AbstractMessageListenerContainer<?, ?> container, String destination, String group) {
        var backOff = new ExponentialBackOff(FIRST_DELAY.toMillis(), 2);
        backOff.setMaxInterval(properties.longestRetryDelay().toMillis());
        container.setCommonErrorHandler(new PersistentErrorHandler(backOff));
        container.getContainerProperties().setStopImmediate(true);
        container
                .getContainerProperties()
                .setShutdownTimeout(properties.shutdownTimeout().toMillis());
    }
}
