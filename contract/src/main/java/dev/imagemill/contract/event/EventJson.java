package dev.imagemill.contract.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.imagemill.contract.pipeline.PipelineModule;
import dev.imagemill.contract.problem.ProblemException;
import java.util.Map;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * Writes and reads events as Kafka messages: the envelope in headers and the data as JSON in the value (CloudEvents 1.0,
 * Kafka protocol binding, binary content mode).
 *
 * <p>Reading is strict about everything this version knows and tolerates fields of the data that it does not know.
 */
public final class EventJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new PipelineModule())
            .addModule(new EventModule())
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .withCoercionConfig(
                    LogicalType.Textual,
                    config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private EventJson() {}

    /** The mapper that events are written and read with; it also suits parts of events that are kept elsewhere. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** The JSON of an event's data. */
    public static byte[] write(Object data) {
        return MAPPER.writeValueAsBytes(data);
    }

    /** The headers of an event: its envelope, {@code content-type} and {@code ce_dataschema}. */
    public static Map<String, byte[]> headers(CloudEvent<?> event) {
        return CloudEventHeaders.of(event);
    }

    /**
     * Reads an event of whatever type its headers say.
     *
     * @param headers the message's headers; others than those of CloudEvents are ignored
     * @throws ProblemException {@code invalid-event}; a pointer points into the value
     */
    public static CloudEvent<?> read(Map<String, byte[]> headers, byte[] value) {
        return EventReader.read(headers, value);
    }

    /**
     * Reads an event of the given type.
     *
     * @throws ProblemException {@code invalid-event}, also if the event is of another type
     */
    public static <T extends EventData> CloudEvent<T> read(
            Map<String, byte[]> headers, byte[] value, Class<T> dataClass) {
        return EventReader.read(headers, value, dataClass);
    }
}
