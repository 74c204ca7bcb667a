package dev.imagemill.platform.eventbus;

import dev.imagemill.contract.event.CloudEvent;
import dev.imagemill.contract.event.EventData;
import dev.imagemill.contract.event.EventJson;
import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.messaging.Message;

/** Reads Kafka's records as events. */
final class KafkaEventMessages implements EventMessages {
    private final DeadLetters deadLetters;

    KafkaEventMessages(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    @Override
    public <T extends EventData> Optional<CloudEvent<T>> read(Message<byte[]> message, Class<T> dataClass) {
        return read(IncomingRecord.of(message), dataClass);
    }

    @Override
    public <T extends EventData> List<CloudEvent<T>> readBatch(Message<List<byte[]>> batch, Class<T> dataClass) {
        List<CloudEvent<T>> events = new ArrayList<>();
        for (IncomingRecord each : IncomingRecord.ofBatch(batch)) {
            read(each, dataClass).ifPresent(events::add);
        }
        return events;
    }

    private <T extends EventData> Optional<CloudEvent<T>> read(IncomingRecord incoming, Class<T> dataClass) {
        try {
            byte[] value = incoming.valueBytes();
            if (value == null) {
                throw new ProblemException(ProblemType.INVALID_EVENT, "the record has no value");
            }
            return Optional.of(EventJson.read(RawHeaders.byName(incoming.headers()), value, dataClass));
        } catch (ProblemException e) {
            deadLetters.send(incoming, reason(e.problem()));
            return Optional.empty();
        }
    }

    private static String reason(Problem problem) {
        return problem.code() + (problem.pointer() == null ? "" : " at \"" + problem.pointer() + "\"") + ": "
                + problem.detail();
    }
}
