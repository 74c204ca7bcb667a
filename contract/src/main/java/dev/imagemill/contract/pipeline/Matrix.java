package dev.imagemill.contract.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Replaces each of red, green and blue by a weighted sum of the three; a grey image becomes coloured, and alpha stays as it is.
 *
 * @param values 9 numbers, the weights of red, green and blue in the new red, then in green, then in blue; or 12, each three followed by an offset as a
 *     fraction of a component's range. Each -100..100. Without offsets they are 9
 */
public record Matrix(List<Double> values) implements Operation {
    private static final int PLAIN = 9;
    private static final int WITH_OFFSETS = 12;
    private static final ValueType<Double> NUMBER = ValueType.number(-100, 100);
    private static final Parameter<List<Double>> VALUES = Parameter.required(
            "values",
            new ValueType<>(
                    "an array of " + PLAIN + " or " + WITH_OFFSETS + " numbers from -100 to 100",
                    schema(),
                    Matrix::read,
                    Matrix::write),
            "Row by row the weights of red, green and blue, in a matrix of 12 each row with an offset, as a fraction of a"
                    + " component's range.");

    static final OperationType TYPE = new OperationType(
                    "matrix",
                    "Replaces each of red, green and blue by a weighted sum of the three.",
                    List.of(VALUES),
                    object -> new Matrix(object.get(VALUES)))
            .like("{\"op\":\"matrix\",\"values\":[0.393,0.769,0.189,0.349,0.686,0.168,0.272,0.534,0.131]}");

    public Matrix {
        values = List.copyOf(values);
        VALUES.check(values);
        if (values.size() == WITH_OFFSETS && withoutOffsets(values)) {
            values = weights(values);
        }
    }

    private static boolean withoutOffsets(List<Double> values) {
        return values.get(3) == 0 && values.get(7) == 0 && values.get(11) == 0;
    }

    private static List<Double> weights(List<Double> values) {
        List<Double> weights = new ArrayList<>();
        for (int row = 0; row < WITH_OFFSETS; row += 4) {
            weights.addAll(values.subList(row, row + 3));
        }
        return List.copyOf(weights);
    }

    private static Optional<List<Double>> read(JsonNode node) {
        if (!node.isArray() || (node.size() != PLAIN && node.size() != WITH_OFFSETS)) {
            return Optional.empty();
        }
        List<Double> values = new ArrayList<>();
        node.forEach(value -> NUMBER.reader().apply(value).ifPresent(values::add));
        return values.size() == node.size() ? Optional.of(values) : Optional.empty();
    }

    private static JsonNode write(List<Double> values) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> list.add(NUMBER.writer().apply(value)));
        return list;
    }

    private static ObjectNode schema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "array");
        schema.set("items", NUMBER.schema());
        ArrayNode sizes = schema.putArray("oneOf");
        for (int size : new int[] {PLAIN, WITH_OFFSETS}) {
            sizes.addObject().put("minItems", size).put("maxItems", size);
        }
        return schema;
    }

    @Override
    public String op() {
        return TYPE.op();
    }

    @Override
    public ObjectNode json() {
        ObjectNode json = TYPE.begin();
        VALUES.write(values, json);
        return json;
    }
}
