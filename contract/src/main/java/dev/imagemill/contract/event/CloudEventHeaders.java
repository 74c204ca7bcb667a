package dev.imagemill.contract.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;

/** The Kafka headers of CloudEvents 1.0 in binary content mode. */
public final class CloudEventHeaders {
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String TIME = "ce_time";
    public static final String SUBJECT = "ce_subject";
    /** Of CloudEvents' extension for distributed tracing. */
    public static final String TRACE = "ce_traceparent";
    /** The same for instrumentation that knows Kafka but no CloudEvents. */
    public static final String TRACE_CONTEXT = "traceparent";

    public static final String DATA_SCHEMA = "ce_dataschema";
    public static final String CONTENT_TYPE = "content-type";

    static final String SUPPORTED_SPEC_VERSION = "1.0";
    static final String JSON = "application/json";

    private CloudEventHeaders() {}

    static Map<String, byte[]> of(CloudEvent<?> event) {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        put(headers, SPEC_VERSION, SUPPORTED_SPEC_VERSION);
        put(headers, ID, event.id());
        put(headers, SOURCE, event.source());
        put(headers, TYPE, event.type());
        put(headers, TIME, event.time().toString());
        String subject = event.subject();
        if (subject != null) {
            put(headers, SUBJECT, subject);
        }
        String traceparent = event.traceparent();
        if (traceparent != null) {
            put(headers, TRACE, traceparent);
            put(headers, TRACE_CONTEXT, traceparent);
        }
        put(headers, DATA_SCHEMA, event.eventType().schemaUri());
        put(headers, CONTENT_TYPE, JSON);
        return headers;
    }

    private static void put(Map<String, byte[]> headers, String name, String value) {
        headers.put(name, value.getBytes(UTF_8));
    }
}
