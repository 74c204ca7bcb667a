package dev.imagemill.platform.eventbus;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.BackOff;

/**
 * Has what failed handled again, for as long as it takes. Between two attempts at a batch the framework asks Kafka for signs of life; where that
 * throws, it goes on behind the batch. Here the consumer goes back to the batch's beginning instead.
 */
final class PersistentErrorHandler extends DefaultErrorHandler {
    PersistentErrorHandler(BackOff backOff) {
        super(backOff);
        setClassifications(Map.of(), true);
        setLogLevel(KafkaException.Level.WARN);
    }

    @Override
    public void handleBatch(
            Exception failure,
            ConsumerRecords<?, ?> batch,
            Consumer<?, ?> consumer,
            MessageListenerContainer container,
            Runnable handling) {
        try {
            super.handleBatch(failure, batch, consumer, container, handling);
        } catch (RuntimeException e) {
            goBack(batch, consumer);
            throw e;
        }
    }

    private static void goBack(ConsumerRecords<?, ?> batch, Consumer<?, ?> consumer) {
        Set<TopicPartition> held = new HashSet<>(batch.partitions());
        held.retainAll(consumer.assignment());
        held.forEach(partition ->
                consumer.seek(partition, batch.records(partition).getFirst().offset()));
    }
}
