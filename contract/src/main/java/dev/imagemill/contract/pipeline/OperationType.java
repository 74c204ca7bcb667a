package dev.imagemill.contract.pipeline;

import dev.imagemill.contract.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an operation says about itself.
 *
 * @param op its word in a document
 * @param description what it does, for people
 * @param parameters its parameters, in the order in which people read them
 * @param reader makes the operation of an object whose fields are all known
 * @param rules adds to the JSON Schema what the parameters must fulfil together
 * @param example a document of it that makes sense, in JSON
 */
record OperationType(
        String op,
        String description,
        List<Parameter<?>> parameters,
        Function<StrictObject, Operation> reader,
        Consumer<ObjectNode> rules,
        String example) {

    static final String OP = "op";

    OperationType(
            String op, String description, List<Parameter<?>> parameters, Function<StrictObject, Operation> reader) {
        this(op, description, parameters, reader, schema -> {});
    }

    OperationType(
            String op,
            String description,
            List<Parameter<?>> parameters,
            Function<StrictObject, Operation> reader,
            Consumer<ObjectNode> rules) {
        this(op, description, parameters, reader, rules, "{\"op\":\"" + op + "\"}");
    }

    /** The same with another example than that without any parameter. */
    OperationType like(String document) {
        return new OperationType(op, description, parameters, reader, rules, document);
    }

    JsonNode exampleJson() {
        return StrictJson.read(example, ProblemType.INVALID_PIPELINE);
    }

    Operation read(StrictObject object) {
        List<String> fields = new ArrayList<>(List.of(OP));
        parameters.forEach(parameter -> fields.add(parameter.name()));
        return reader.apply(object.allow(fields, "the operation \"" + op + "\""));
    }

    /** The beginning of every operation's canonical form. */
    ObjectNode begin() {
        return JsonNodeFactory.instance.objectNode().put(OP, op);
    }

    ObjectNode schema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("type", "object").put("description", description);
        ObjectNode properties = schema.putObject("properties");
        properties.putObject(OP).put("const", op);
        ArrayNode required = schema.putArray("required").add(OP);
        for (Parameter<?> parameter : parameters) {
            properties.set(parameter.name(), parameter.schema());
            if (parameter.required()) {
                required.add(parameter.name());
            }
        }
        schema.put("additionalProperties", false);
        rules.accept(schema);
        return schema;
    }
}
