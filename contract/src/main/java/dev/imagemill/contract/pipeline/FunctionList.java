package dev.imagemill.contract.pipeline;

import dev.imagemill.contract.function.FunctionSyntaxException;
import dev.imagemill.contract.function.TextFunction;
import dev.imagemill.contract.function.ValueFunction;
import dev.imagemill.contract.function.ValueTable;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How a list of functions is written in a document: each as text, or as an array of numbers that is its table. */
final class FunctionList {
    static final int MOST = 4;

    static final ValueType<List<ValueFunction>> TYPE = new ValueType<>(
            "an array of 1 to " + MOST + " functions, each an expression, a curve or a table of " + ValueTable.LENGTH
                    + " numbers",
            schema(),
            FunctionList::tryRead,
            FunctionList::write);

    private static final ValueType<Double> ENTRY = ValueType.number(0, ValueTable.MAX);

    private FunctionList() {}

    /** Reads the functions of an operation, and points at what is wrong in which. */
    static List<ValueFunction> read(StrictObject operation, String name) {
        return read(operation.get(name, TYPE.expected()), operation.pointer(name), operation);
    }

    private static Optional<List<ValueFunction>> tryRead(JsonNode node) {
        StrictObject nowhere =
                StrictObject.of(JsonNodeFactory.instance.objectNode(), "", ProblemType.INVALID_PIPELINE, "nothing");
        try {
            return Optional.of(read(node, "", nowhere));
        } catch (ProblemException wrong) {
            return Optional.empty();
        }
    }

    private static List<ValueFunction> read(JsonNode list, String at, StrictObject operation) {
        StrictObject.requireArray(list, at, 1, MOST, ProblemType.INVALID_PIPELINE, "functions");
        List<ValueFunction> functions = new ArrayList<>();
        for (JsonNode node : list) {
            functions.add(function(node, at + "/" + functions.size(), operation));
        }
        return functions;
    }

    private static ValueFunction function(JsonNode node, String at, StrictObject operation) {
        if (node.isArray()) {
            return table(node, at, operation);
        }
        if (!node.isString()) {
            throw operation.problem(
                    at,
                    "expected an expression or a curve as text, or a table as an array, got "
                            + StrictObject.echo(node));
        }
        try {
            return TextFunction.parse(node.stringValue());
        } catch (FunctionSyntaxException e) {
            throw operation.problem(at, "not a function: " + e.getMessage());
        }
    }

    private static ValueTable table(JsonNode node, String at, StrictObject operation) {
        StrictObject.requireArray(
                node, at, ValueTable.LENGTH, ValueTable.LENGTH, ProblemType.INVALID_PIPELINE, "numbers");
        List<Double> values = new ArrayList<>();
        for (JsonNode entry : node) {
            values.add(ENTRY.reader()
                    .apply(entry)
                    .orElseThrow(() -> operation.problem(
                            at + "/" + values.size(),
                            "expected " + ENTRY.expected() + ", got " + StrictObject.echo(entry))));
        }
        return new ValueTable(values);
    }

    private static JsonNode write(List<ValueFunction> functions) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (ValueFunction function : functions) {
            switch (function) {
                case TextFunction text -> list.add(text.text());
                case ValueTable table -> {
                    ArrayNode entries = list.addArray();
                    table.values().forEach(value -> entries.add(ENTRY.writer().apply(value)));
                }
            }
        }
        return list;
    }

    private static ObjectNode schema() {
        ObjectNode schema = JsonNodeFactory.instance
                .objectNode()
                .put("type", "array")
                .put("minItems", 1)
                .put("maxItems", MOST);
        ArrayNode choices = schema.putObject("items").putArray("oneOf");
        choices.addObject()
                .put("type", "string")
                .put("pattern", TextFunction.PATTERN)
                .put("description", "An expression in v and max, or a curve; its grammar is in the documentation.");
        ObjectNode table = choices.addObject()
                .put("type", "array")
                .put("minItems", ValueTable.LENGTH)
                .put("maxItems", ValueTable.LENGTH);
        table.putObject("items").put("type", "number").put("minimum", 0).put("maximum", ValueTable.MAX);
        return schema;
    }
}
