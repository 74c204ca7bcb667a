package dev.imagemill.contract.pipeline;

import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Reads pipelines strictly: whatever is unknown, of the wrong type or out of range is a problem
 * {@code invalid-pipeline} that tells where it lies and what was expected.
 */
public final class PipelineParser {
    private static final String OPERATIONS = "operations";
    static final String OUTPUT = "output";

    private PipelineParser() {}

    /**
     * Reads the JSON text of a pipeline.
     *
     * @throws ProblemException {@code invalid-pipeline}
     */
    public static Pipeline parse(String json) {
        return parse(StrictJson.read(json, ProblemType.INVALID_PIPELINE), "");
    }

    /**
     * Reads a pipeline.
     *
     * @throws ProblemException {@code invalid-pipeline}
     */
    public static Pipeline parse(JsonNode node) {
        return parse(node, "");
    }

    /**
     * Reads a pipeline that is part of a larger document.
     *
     * @param at where it lies there, as a JSON Pointer
     * @throws ProblemException {@code invalid-pipeline}; pointers are those of the larger document
     */
    public static Pipeline parse(JsonNode node, String at) {
        StrictObject object = pipeline(node, at);
        List<Operation> operations = operations(object);
        JsonNode output = object.get(OUTPUT, "the output as an object with the field \"format\"");
        return new Pipeline(operations, OutputOptions.read(output, object.pointer(OUTPUT)));
    }

    /** The operations alone; the output is not looked at. */
    static List<Operation> operations(JsonNode node, String at) {
        return operations(pipeline(node, at));
    }

    private static StrictObject pipeline(JsonNode node, String at) {
        return StrictObject.of(node, at, ProblemType.INVALID_PIPELINE, "a pipeline")
                .allow(List.of(OPERATIONS, OUTPUT), "a pipeline");
    }

    private static List<Operation> operations(StrictObject pipeline) {
        if (!pipeline.has(OPERATIONS)) {
            return List.of();
        }
        String at = pipeline.pointer(OPERATIONS);
        JsonNode list = pipeline.get(OPERATIONS, "an array");
        StrictObject.requireArray(list, at, 0, Pipeline.MAX_OPERATIONS, ProblemType.INVALID_PIPELINE, "operations");
        List<Operation> operations = new ArrayList<>();
        for (JsonNode element : list) {
            operations.add(operation(element, at + "/" + operations.size(), operations.isEmpty()));
        }
        return operations;
    }

    private static Operation operation(JsonNode node, String at, boolean first) {
        StrictObject object = StrictObject.of(node, at, ProblemType.INVALID_PIPELINE, "an operation");
        String known = "one of " + OperationTypes.words();
        JsonNode op = object.get(OperationType.OP, known);
        OperationType type = OperationTypes.of(op.stringValue(""))
                .orElseThrow(() -> object.problem(
                        object.pointer(OperationType.OP),
                        "unknown operation: expected " + known + ", got " + StrictObject.echo(op)));
        if (type.equals(Autorotate.TYPE) && !first) {
            throw object.problem(at, "autorotate may only be the first operation");
        }
        return type.read(object);
    }
}
