package dev.imagemill.platform.eventbus;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.kafka.event.ConsumerStoppedEvent;

/**
 * Lets liveness fail when a consumer stopped by itself. Exceptions are handled again, but an {@link Error} ends the consumer's thread, and
 * nothing would begin it anew while the process lives.
 */
final class StoppedConsumers implements ApplicationListener<ConsumerStoppedEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(StoppedConsumers.class);

    private final ApplicationContext context;

    StoppedConsumers(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public void onApplicationEvent(ConsumerStoppedEvent event) {
        if (event.getReason() != ConsumerStoppedEvent.Reason.NORMAL) {
            LOG.error(
                    "a consumer stopped for the reason {}; this process has to be replaced: {}",
                    event.getReason(),
                    event);
            AvailabilityChangeEvent.publish(context, LivenessState.BROKEN);
        }
    }
}
