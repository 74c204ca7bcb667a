package dev.imagemill.contract.pipeline;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What values a parameter takes, and how they are read, written and described.
 *
 * @param expected what is expected, to be read after "expected"
 * @param schema the values' JSON Schema
 * @param reader gives nothing for a value that is not of this type
 * @param writer gives the canonical JSON of a value
 */
record ValueType<T>(
        String expected, ObjectNode schema, Function<JsonNode, Optional<T>> reader, Function<T, JsonNode> writer) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static ValueType<Integer> integer(int min, int max) {
        return new ValueType<>(
                "an integer from " + min + " to " + max,
                JSON.objectNode().put("type", "integer").put("minimum", min).put("maximum", max),
                node -> integerIn(node).filter(value -> value >= min && value <= max),
                IntNode::valueOf);
    }

    static ValueType<Integer> oneOf(List<Integer> values) {
        ObjectNode schema = JSON.objectNode().put("type", "integer");
        ArrayNode choices = schema.putArray("enum");
        values.forEach(choices::add);
        return new ValueType<>(
                "one of " + words(values.stream().map(String::valueOf).toList()),
                schema,
                node -> integerIn(node).filter(values::contains),
                IntNode::valueOf);
    }

    static ValueType<Double> number(double min, double max) {
        return new ValueType<>(
                "a number from " + plain(min) + " to " + plain(max),
                JSON.objectNode().put("type", "number").put("minimum", min).put("maximum", max),
                node -> node.isNumber()
                        ? Optional.of(node.doubleValue()).filter(value -> value >= min && value <= max)
                        : Optional.empty(),
                value -> DecimalNode.valueOf(plain(value)));
    }

    static ValueType<Boolean> bool() {
        return new ValueType<>(
                "true or false",
                JSON.objectNode().put("type", "boolean"),
                node -> node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty(),
                BooleanNode::valueOf);
    }

    static <E extends Enum<E> & Choice> ValueType<E> choice(Class<E> type) {
        return choice(Arrays.asList(type.getEnumConstants()), Choice::id);
    }

    static <E> ValueType<E> choice(List<E> values, Function<E, String> word) {
        ObjectNode schema = JSON.objectNode();
        ArrayNode choices = schema.putArray("enum");
        values.forEach(value -> choices.add(word.apply(value)));
        return new ValueType<>(
                "one of "
                        + words(values.stream()
                                .map(value -> '"' + word.apply(value) + '"')
                                .toList()),
                schema,
                node -> node.isString()
                        ? values.stream()
                                .filter(value -> word.apply(value).equals(node.stringValue()))
                                .findFirst()
                        : Optional.empty(),
                value -> StringNode.valueOf(word.apply(value)));
    }

    static ValueType<String> name() {
        return new ValueType<>(
                Names.EXPECTED,
                JSON.objectNode().put("type", "string").put("pattern", Names.PATTERN),
                node -> node.isString() && Names.isName(node.stringValue())
                        ? Optional.of(node.stringValue())
                        : Optional.empty(),
                StringNode::valueOf);
    }

    static ValueType<String> digest() {
        return text("a SHA-256 digest as 64 lower-case hexadecimal digits", "^[0-9a-f]{64}$", Function.identity());
    }

    static <T> ValueType<T> text(String expected, String pattern, Function<String, T> parse) {
        return new ValueType<>(
                expected,
                JSON.objectNode().put("type", "string").put("pattern", pattern),
                node -> node.isString() && Pattern.matches(pattern, node.stringValue())
                        ? Optional.of(parse.apply(node.stringValue()))
                        : Optional.empty(),
                value -> StringNode.valueOf(value.toString()));
    }

    static ValueType<Color> color() {
        return color("a colour as \"#rrggbb\" or \"#rrggbbaa\"", Color.PATTERN);
    }

    static ValueType<Color> opaqueColor() {
        return color("an opaque colour as \"#rrggbb\"", Color.OPAQUE_PATTERN);
    }

    private static ValueType<Color> color(String expected, String pattern) {
        return new ValueType<>(
                expected,
                JSON.objectNode().put("type", "string").put("pattern", pattern),
                node -> node.isString() && Pattern.matches(pattern, node.stringValue())
                        ? Optional.of(Color.parse(node.stringValue()))
                        : Optional.empty(),
                color -> StringNode.valueOf(color.toString()));
    }

    private static Optional<Integer> integerIn(JsonNode node) {
        if (node.isIntegralNumber()) {
            return node.canConvertToInt() ? Optional.of(node.intValue()) : Optional.empty();
        }
        double value = node.isNumber() ? node.doubleValue() : Double.NaN;
        return value == Math.rint(value) && Math.abs(value) <= Integer.MAX_VALUE
                ? Optional.of((int) value)
                : Optional.empty();
    }

    private static BigDecimal plain(double value) {
        BigDecimal decimal = BigDecimal.valueOf(value).stripTrailingZeros();
        return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
    }

    private static String words(List<String> words) {
        return String.join(", ", words);
    }
}
