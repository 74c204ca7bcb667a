package dev.imagemill.contract.pipeline;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schema (2020-12) of a pipeline document, made of what the operations and formats say about themselves.
 *
 * <p>It accepts exactly what {@link PipelineParser} accepts, but for the text of functions, of which it knows the characters and the length only: their
 * grammar nests, which a schema cannot say.
 */
public final class PipelineSchema {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private PipelineSchema() {}

    /** The schema as a document of its own. */
    public static ObjectNode json() {
        ObjectNode schema = JSON.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:imagemill:schema:pipeline");
        schema.put("title", "Pipeline");
        schema.setAll(body());
        return schema;
    }

    /** The schema for use inside another. */
    public static ObjectNode body() {
        ObjectNode schema = JSON.objectNode().put("type", "object");
        schema.put("description", "What is to be done with an image: operations in their order, then an encoding.");
        ObjectNode properties = schema.putObject("properties");
        properties.set("operations", operations());
        properties.set("output", output());
        schema.putArray("required").add("output");
        schema.put("additionalProperties", false);
        return schema;
    }

    private static ObjectNode operations() {
        ObjectNode schema = JSON.objectNode().put("type", "array").put("maxItems", Pipeline.MAX_OPERATIONS);
        schema.putArray("prefixItems").add(oneOf(OperationTypes.ALL));
        schema.set(
                "items",
                oneOf(OperationTypes.ALL.stream()
                        .filter(type -> !type.equals(Autorotate.TYPE))
                        .toList()));
        return schema;
    }

    private static ObjectNode oneOf(List<OperationType> types) {
        ObjectNode schema = JSON.objectNode();
        ArrayNode choices = schema.putArray("oneOf");
        types.forEach(type -> choices.add(type.schema()));
        return schema;
    }

    private static ObjectNode output() {
        ObjectNode schema = JSON.objectNode();
        ArrayNode choices = schema.putArray("oneOf");
        for (OutputFormat format : OutputFormat.values()) {
            choices.add(OutputOptions.of(format).schema());
        }
        return schema;
    }
}
