package dev.imagemill.platform.eventbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.contract.event.CloudEvent;
import dev.imagemill.contract.event.JobCompleted;
import dev.imagemill.embedded.KafkaBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The contract on the embedded broker, which also goes away and comes back. */
class EventBusIT extends EventBusContract {
    @TempDir
    private static Path data;

    @SuppressWarnings("NullAway.Init") // The contract calls startBroker before any test.
    private KafkaBroker broker;

    @Override
    String startBroker() {
        broker = KafkaBroker.start(data, 0);
        return broker.bootstrapServers();
    }

    @Override
    void stopBroker() {
        broker.close();
    }

    @Test
    void isUnavailableWhileKafkaIsDownAndRecovers() throws InterruptedException {
        bus().publish(job(), null);
        broker.stop();
        try {
            long start = System.nanoTime();
            assertThatThrownBy(() -> bus().publish(job(), null)).isInstanceOf(EventBusUnavailable.class);
            assertThatThrownBy(() -> bus().publishAll(List.of(OutgoingEvent.of(job()), OutgoingEvent.of(job()))))
                    .isInstanceOf(EventBusUnavailable.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(24));
        } finally {
            broker.start();
        }
        CloudEvent<JobCompleted> event = job();
        publishPatiently(event);
        assertThat(take(Received.JOBS, event)).isEqualTo(event);
    }

    @Test
    void startsWithoutKafkaAndCatchesUp() throws InterruptedException {
        broker.stop();
        ConfigurableApplicationContext early;
        long start = System.nanoTime();
        try {
            early = service("early");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
        } finally {
            broker.start();
        }
        try (early) {
            CloudEvent<JobCompleted> event = job();
            publishPatiently(event);
            assertThat(take(Received.JOBS, event)).isEqualTo(event);
            assertThat(take(Received.JOBS, event)).isEqualTo(event);
        }
    }

    private void publishPatiently(CloudEvent<?> event) {
        for (int i = 0; i < 3; i++) {
            try {
                bus().publish(event, null);
                return;
            } catch (EventBusUnavailable e) {
                assertThat(i).as("attempts").isLessThan(2);
            }
        }
    }
}
