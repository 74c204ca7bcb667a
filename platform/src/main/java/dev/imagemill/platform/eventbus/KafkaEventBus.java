package dev.imagemill.platform.eventbus;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.imagemill.contract.event.EventJson;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The event bus on Kafka: CloudEvents in binary content mode. */
final class KafkaEventBus implements EventBus {
    private final KafkaPublisher publisher;

    KafkaEventBus(KafkaPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public void publishAll(List<OutgoingEvent> events) {
        publisher.sendAll(events.stream().map(KafkaEventBus::toRecord).toList());
    }

    private static ProducerRecord<byte[], byte[]> toRecord(OutgoingEvent event) {
        String key = event.key();
        var message = new ProducerRecord<>(
                event.topic(),
                key == null ? null : key.getBytes(UTF_8),
                EventJson.write(event.event().data()));
        EventJson.headers(event.event()).forEach(message.headers()::add);
        return message;
    }
}
