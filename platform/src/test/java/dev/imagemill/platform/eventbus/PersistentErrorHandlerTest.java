package dev.imagemill.platform.eventbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.util.backoff.FixedBackOff;

class PersistentErrorHandlerTest {
    private static final TopicPartition FIRST = new TopicPartition("events", 0);
    private static final TopicPartition SECOND = new TopicPartition("events", 1);

    private final MockConsumer<String, String> consumer = new MockConsumer<>("earliest");
    private final KafkaMessageListenerContainer<String, String> container = new KafkaMessageListenerContainer<>(
            new DefaultKafkaConsumerFactory<>(Map.of()), new ContainerProperties("events"));
    private final PersistentErrorHandler handler =
            new PersistentErrorHandler(new FixedBackOff(1, FixedBackOff.UNLIMITED_ATTEMPTS));

    @Test
    void goesBackToABatchWhenKafkaFailsBetweenTwoAttempts() {
        ConsumerRecords<String, String> batch = batch();
        consumer.setPollException(new KafkaException("no sign of life"));

        assertThatThrownBy(() -> handler.handleBatch(
                        new IllegalStateException("Postgres is away"), batch, consumer, container, () -> {}))
                .hasMessage("no sign of life");
        assertThat(consumer.position(FIRST)).isEqualTo(3);
        assertThat(consumer.position(SECOND)).isEqualTo(7);
    }

    @Test
    void leavesAPartitionToItsNewConsumer() {
        ConsumerRecords<String, String> batch = batch();
        consumer.rebalance(List.of(SECOND));
        consumer.updateBeginningOffsets(Map.of(SECOND, 0L));
        consumer.setPollException(new KafkaException("no sign of life"));

        assertThatThrownBy(() -> handler.handleBatch(
                        new IllegalStateException("Postgres is away"), batch, consumer, container, () -> {}))
                .hasMessage("no sign of life");
        assertThat(consumer.position(SECOND)).isEqualTo(7);
    }

    /** A batch that the consumer has taken: three events of one partition, one of another. */
    private ConsumerRecords<String, String> batch() {
        consumer.subscribe(List.of("events"));
        consumer.rebalance(List.of(FIRST, SECOND));
        consumer.updateBeginningOffsets(Map.of(FIRST, 3L, SECOND, 7L));
        for (long offset = 3; offset < 6; offset++) {
            consumer.addRecord(new ConsumerRecord<>("events", 0, offset, "key", "event"));
        }
        consumer.addRecord(new ConsumerRecord<>("events", 1, 7, "key", "event"));
        ConsumerRecords<String, String> batch = consumer.poll(Duration.ZERO);
        assertThat(batch.count()).isEqualTo(4);
        assertThat(consumer.position(FIRST)).isEqualTo(6);
        return batch;
    }
}
