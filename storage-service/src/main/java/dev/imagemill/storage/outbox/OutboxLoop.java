package dev.imagemill.storage.outbox;

import dev.imagemill.storage.loop.Loop;
import dev.imagemill.storage.loop.Signal;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Drives the outbox. */
@Configuration(proxyBeanMethods = false)
class OutboxLoop {
    private static final Duration POLL = Duration.ofSeconds(1);

    @Bean
    Loop storageOutbox(OutboxPublisher publisher, Signal signal) {
        return signal.wake(new Loop("storage-outbox", POLL, publisher::publish));
    }
}
