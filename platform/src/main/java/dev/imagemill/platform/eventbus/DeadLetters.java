package dev.imagemill.platform.eventbus;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.imagemill.contract.event.Topics;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts records that cannot be handled aside, as they were, with the reason and where they lay in further headers. Of a record
 * that is too large with these, only these are kept: to try for ever would hold up all that come after it.
 */
final class DeadLetters {
    static final String REASON = "imagemill-dlq-reason";
    static final String TOPIC = "imagemill-dlq-topic";
    static final String PARTITION = "imagemill-dlq-partition";
    static final String OFFSET = "imagemill-dlq-offset";

    static final String TOO_LARGE = " (the record is too large to be kept here)";

    private static final int LONGEST_REASON = 1_000;

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private final KafkaPublisher publisher;

    DeadLetters(KafkaPublisher publisher) {
        this.publisher = publisher;
    }

    void send(IncomingRecord incoming, String reason) {
        String shortReason = reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
        try {
            publisher.sendAll(List.of(letter(incoming, shortReason)));
        } catch (IllegalArgumentException tooLarge) {
            publisher.sendAll(List.of(note(incoming, shortReason + TOO_LARGE)));
        }
        log.warn(
                "sent the record at {}-{}@{} to the dead letters: {}",
                incoming.topic(),
                incoming.partition(),
                incoming.offset(),
                shortReason);
    }

    private static ProducerRecord<byte[], byte[]> letter(IncomingRecord incoming, String reason) {
        var letter = new ProducerRecord<>(Topics.dlq(incoming.topic()), incoming.keyBytes(), incoming.valueBytes());
        incoming.headers().forEach(letter.headers()::add);
        describe(letter.headers(), incoming, reason);
        return letter;
    }

    private static ProducerRecord<byte[], byte[]> note(IncomingRecord incoming, String reason) {
        var note = new ProducerRecord<byte[], byte[]>(Topics.dlq(incoming.topic()), null, null);
        describe(note.headers(), incoming, reason);
        return note;
    }

    private static void describe(Headers headers, IncomingRecord incoming, String reason) {
        add(headers, REASON, reason);
        add(headers, TOPIC, incoming.topic());
        add(headers, PARTITION, String.valueOf(incoming.partition()));
        add(headers, OFFSET, String.valueOf(incoming.offset()));
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}
