package dev.imagemill.contract.pipeline;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The point of an image that matters most; written {@code [x, y]}.
 *
 * @param x 0 (left edge) to 1 (right edge)
 * @param y 0 (top edge) to 1 (bottom edge)
 */
public record Focus(double x, double y) {
    private static final ValueType<Double> FRACTION = ValueType.number(0, 1);

    static final ValueType<Focus> TYPE =
            new ValueType<>("an array of 2 numbers from 0 to 1", schema(), Focus::read, Focus::write);

    public Focus {
        if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) {
            throw new IllegalArgumentException("a focus is at numbers from 0 to 1, not at " + x + ", " + y);
        }
    }

    /** Where a window begins on an axis, so that the point lies as near to its middle as the image's edges allow. */
    static int place(double at, int length, int window) {
        return (int) Math.clamp(Math.floor(at * length - window / 2.0 + 0.5), 0, (double) length - window);
    }

    private static Optional<Focus> read(JsonNode node) {
        if (!node.isArray() || node.size() != 2) {
            return Optional.empty();
        }
        return FRACTION.reader()
                .apply(node.get(0))
                .flatMap(x -> FRACTION.reader().apply(node.get(1)).map(y -> new Focus(x, y)));
    }

    private static JsonNode write(Focus focus) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        return list.add(FRACTION.writer().apply(focus.x)).add(FRACTION.writer().apply(focus.y));
    }

    private static ObjectNode schema() {
        ObjectNode schema = JsonNodeFactory.instance
                .objectNode()
                .put("type", "array")
                .put("minItems", 2)
                .put("maxItems", 2);
        schema.set("items", FRACTION.schema());
        return schema;
    }
}
