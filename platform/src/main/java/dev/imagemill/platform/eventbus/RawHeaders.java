package dev.imagemill.platform.eventbus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.springframework.kafka.support.KafkaHeaderMapper;
import org.springframework.messaging.MessageHeaders;

/**
 * Carries Kafka's headers through Spring as they are: all in one message header, out of the way of the framework, which
 * would otherwise parse some as JSON, rename others and drop repeated ones.
 */
final class RawHeaders implements KafkaHeaderMapper {
    /** Name of the message header that holds Kafka's {@link Headers}. */
    static final String NAME = "imagemill_kafkaHeaders";

    @Override
    public void toHeaders(Headers source, Map<String, Object> target) {
        target.put(NAME, new RecordHeaders(source));
    }

    @Override
    public void fromHeaders(MessageHeaders source, Headers target) {
        source.forEach((name, value) -> {
            if (value instanceof byte[] bytes) {
                target.add(name, bytes);
            } else if (value instanceof String text) {
                target.add(name, text.getBytes(UTF_8));
            }
        });
    }

    /** The last header of each name. */
    static Map<String, byte[]> byName(Headers headers) {
        Map<String, byte[]> byName = new LinkedHashMap<>();
        for (Header header : headers) {
            if (header.value() != null) {
                byName.put(header.key(), header.value());
            }
        }
        return byName;
    }
}
