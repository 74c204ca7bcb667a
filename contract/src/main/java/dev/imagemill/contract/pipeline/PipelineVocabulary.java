package dev.imagemill.contract.pipeline;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can stand in a pipeline, as documents for programs that let people write one: every operation and every option of an
 * output format, made of what they say about themselves.
 */
public final class PipelineVocabulary {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> RANGE = List.of("minimum", "maximum", "enum", "default");

    private PipelineVocabulary() {}

    /**
     * Every operation, in the order of the documentation: {@code op}, {@code description}, {@code parameters}, an {@code example} and the
     * {@code schema} that exactly its documents fulfil.
     */
    public static List<ObjectNode> operations() {
        return OperationTypes.ALL.stream().map(PipelineVocabulary::operation).toList();
    }

    /** The options that an output format has. */
    public static ArrayNode options(OutputFormat format) {
        return parameters(OutputOptions.of(format).parameters());
    }

    private static ObjectNode operation(OperationType type) {
        ObjectNode json = JSON.objectNode().put("op", type.op()).put("description", type.description());
        json.set("parameters", parameters(type.parameters()));
        json.set("example", type.exampleJson());
        json.set("schema", type.schema());
        return json;
    }

    private static ArrayNode parameters(List<Parameter<?>> parameters) {
        ArrayNode list = JSON.arrayNode();
        parameters.forEach(parameter -> list.add(parameter(parameter)));
        return list;
    }

    /** What people want to know of a parameter; what of it is in its schema stands here under the schema's words. */
    private static ObjectNode parameter(Parameter<?> parameter) {
        ObjectNode json = JSON.objectNode()
                .put("name", parameter.name())
                .put("description", parameter.description())
                .put("value", parameter.type().expected())
                .put("required", parameter.required());
        Parameter.Unit unit = parameter.unit();
        if (unit != null) {
            json.put("unit", unit.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        ObjectNode schema = parameter.schema();
        RANGE.stream().filter(schema::has).forEach(word -> json.set(word, schema.get(word)));
        return json;
    }
}
