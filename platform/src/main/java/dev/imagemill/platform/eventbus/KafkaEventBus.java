package dev.imagemill.platform.eventbus;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.imagemill.contract.event.EventJson;
import dev.imagemill.platform.trace.Traces;
import dev.imagemill.platform.trace.Work;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The event bus on Kafka: CloudEvents in binary content mode, each in the trace that it names or else in the publisher's. */
final class KafkaEventBus implements EventBus {
    private final KafkaPublisher publisher;
    private final Traces traces;

    KafkaEventBus(KafkaPublisher publisher, Traces traces) {
        this.publisher = publisher;
        this.traces = traces;
    }

    @Override
    public void publishAll(List<OutgoingEvent> events) {
        List<Work> sending = new ArrayList<>(events.size());
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(events.size());
        for (OutgoingEvent event : events) {
            Work work = traces.send(event.event(), event.topic());
            sending.add(work);
            records.add(toRecord(event.in(work.traceparent())));
        }
        try {
            publisher.sendAll(records);
        } catch (RuntimeException failure) {
            sending.forEach(work -> work.fail(failure));
            throw failure;
        } finally {
            sending.forEach(Work::close);
        }
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
