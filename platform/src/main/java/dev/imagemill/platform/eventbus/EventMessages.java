package dev.imagemill.platform.eventbus;

import dev.imagemill.contract.event.CloudEvent;
import dev.imagemill.contract.event.EventData;
import java.util.List;
import java.util.Optional;
import org.springframework.messaging.Message;

/**
 * Reads what a Spring Cloud Stream consumer is given. A message that is no event of the expected type is sent to {@code
 * <topic>.dlq} with its bytes, its key and its headers as they were and the reason in {@code imagemill-dlq-reason}, and
 * reading goes on with the next. Throws {@link EventBusUnavailable} if even that cannot be done; the consumer lets it
 * through, so that the message is delivered again.
 */
public interface EventMessages {
    /** The event in a message; empty if it was undecodable and went to the dead letters. */
    <T extends EventData> Optional<CloudEvent<T>> read(Message<byte[]> message, Class<T> dataClass);

    /** The events in a batch, in their order, without the undecodable ones. */
    <T extends EventData> List<CloudEvent<T>> readBatch(Message<List<byte[]>> batch, Class<T> dataClass);
}
