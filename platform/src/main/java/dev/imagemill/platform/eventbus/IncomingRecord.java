package dev.imagemill.platform.eventbus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;

/**
 * One record as it lay in Kafka, taken out of what Spring made of it.
 *
 * @param topic where it lay
 * @param partition its partition; null if unknown
 * @param offset its offset; null if unknown
 * @param key its key, if it has one
 * @param value its value; null for a record without one
 * @param headers all its headers, in their order
 */
record IncomingRecord(
        String topic,
        @Nullable Object partition,
        @Nullable Object offset,
        @Nullable Object key,
        @Nullable Object value,
        Headers headers) {

    static IncomingRecord of(Message<?> message) {
        MessageHeaders headers = message.getHeaders();
        return new IncomingRecord(
                String.valueOf(headers.get(KafkaHeaders.RECEIVED_TOPIC)),
                headers.get(KafkaHeaders.RECEIVED_PARTITION),
                headers.get(KafkaHeaders.OFFSET),
                headers.get(KafkaHeaders.RECEIVED_KEY),
                message.getPayload(),
                headers(headers));
    }

    static List<IncomingRecord> ofBatch(Message<? extends List<?>> batch) {
        MessageHeaders headers = batch.getHeaders();
        return IntStream.range(0, batch.getPayload().size())
                .mapToObj(i -> new IncomingRecord(
                        String.valueOf(at(headers, KafkaHeaders.RECEIVED_TOPIC, i)),
                        at(headers, KafkaHeaders.RECEIVED_PARTITION, i),
                        at(headers, KafkaHeaders.OFFSET, i),
                        at(headers, KafkaHeaders.RECEIVED_KEY, i),
                        batch.getPayload().get(i),
                        headers(at(headers, KafkaHeaders.BATCH_CONVERTED_HEADERS, i))))
                .toList();
    }

    byte @Nullable [] valueBytes() {
        return value instanceof byte[] bytes ? bytes : null;
    }

    byte @Nullable [] keyBytes() {
        return key instanceof byte[] bytes ? bytes : key instanceof String text ? text.getBytes(UTF_8) : null;
    }

    private static @Nullable Object at(MessageHeaders headers, String name, int index) {
        return headers.get(name) instanceof List<?> values && index < values.size() ? values.get(index) : null;
    }

    private static Headers headers(@Nullable Object mapped) {
        if (!(mapped instanceof Map<?, ?> map)) {
            return new RecordHeaders();
        }
        return map.get(RawHeaders.NAME) instanceof Headers headers ? headers : plain(map);
    }

    /** The headers of a message that was made by hand, as in a test, rather than read from Kafka. */
    private static Headers plain(Map<?, ?> map) {
        Headers headers = new RecordHeaders();
        map.forEach((name, value) -> {
            if (value instanceof byte[] bytes) {
                headers.add(String.valueOf(name), bytes);
            } else if (value instanceof String text) {
                headers.add(String.valueOf(name), text.getBytes(UTF_8));
            }
        });
        return headers;
    }
}
