package dev.imagemill.contract.pipeline;

import dev.imagemill.contract.function.ValueFunction;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Replaces every component by its function's value, as PEP 368's {@code map}: rounded to the nearest integer, halves up, and limited to what the
 * component's bits hold.
 *
 * @param functions one for all components, or one for each
 * @param alpha whether alpha is one of these components; if not, it stays as it is
 */
public record MapValues(List<ValueFunction> functions, boolean alpha) implements Operation {
    private static final Parameter<List<ValueFunction>> FUNCTIONS = Parameter.required(
            "functions", FunctionList.TYPE, "One function for all components, or one for each, in their order.");
    private static final Parameter<Boolean> ALPHA = Parameter.optional(
            "alpha",
            ValueType.bool(),
            true,
            "Whether alpha is one of these components; if not, it stays as it is and has no function.");

    static final OperationType TYPE = new OperationType(
                    "map",
                    "Replaces every component by its function's value.",
                    List.of(FUNCTIONS, ALPHA),
                    object -> new MapValues(FunctionList.read(object, FUNCTIONS.name()), object.get(ALPHA)))
            .like("{\"op\":\"map\",\"functions\":[\"max - v\"],\"alpha\":false}");

    public MapValues {
        functions = List.copyOf(functions);
        FUNCTIONS.check(functions);
    }

    @Override
    public String op() {
        return TYPE.op();
    }

    @Override
    public ObjectNode json() {
        ObjectNode json = TYPE.begin();
        ALPHA.write(alpha, json);
        FUNCTIONS.write(functions, json);
        return json;
    }
}
