package dev.imagemill.contract.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The events' schemas, as the class path has them. */
final class EventSchemas {
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(Map.of("urn:imagemill:schema:pipeline", resource("schema/pipeline.json"))));

    private EventSchemas() {}

    static List<com.networknt.schema.Error> errors(EventType type, String json) {
        return schema(type).validate(json, InputFormat.JSON);
    }

    private static Schema schema(EventType type) {
        return REGISTRY.getSchema(
                SchemaLocation.of(type.schemaUri()), resource(type.schemaResource()), InputFormat.JSON);
    }

    static String resource(String name) {
        try (InputStream in =
                requireNonNull(EventSchemas.class.getClassLoader().getResourceAsStream(name), name + " is missing")) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
