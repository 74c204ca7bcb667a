package dev.imagemill.platform.eventbus;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.imagemill.contract.event.Topics;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts records that cannot be handled aside, as they were, with the reason and where they lay in further headers. */
final class DeadLetters {
    static final String REASON = "imagemill-dlq-reason";
    static final String TOPIC = "imagemill-dlq-topic";
    static final String PARTITION = "imagemill-dlq-partition";
    static final String OFFSET = "imagemill-dlq-offset";

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private final KafkaPublisher publisher;

    DeadLetters(KafkaPublisher publisher) {
        this.publisher = publisher;
    }

    void send(IncomingRecord incoming, String reason) {
        var letter = new ProducerRecord<>(Topics.dlq(incoming.topic()), incoming.keyBytes(), incoming.valueBytes());
        incoming.headers().forEach(letter.headers()::add);
        add(letter.headers(), REASON, reason);
        add(letter.headers(), TOPIC, incoming.topic());
        add(letter.headers(), PARTITION, String.valueOf(incoming.partition()));
        add(letter.headers(), OFFSET, String.valueOf(incoming.offset()));
        publisher.sendAll(List.of(letter));
        log.warn(
                "sent the record at {}-{}@{} to the dead letters: {}",
                incoming.topic(),
                incoming.partition(),
                incoming.offset(),
                reason);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}
