package dev.imagemill.contract.event;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document with one field taken away, or one value replaced by one that is never right.
 *
 * @param change what was done, for people
 * @param json the document after it
 */
record Mutation(String change, String json) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static List<Mutation> of(JsonNode document) {
        List<Mutation> mutations = new ArrayList<>();
        walk(document, JsonPointer.empty(), document, mutations);
        return mutations;
    }

    private static void walk(JsonNode document, JsonPointer at, JsonNode node, List<Mutation> mutations) {
        if (node.isObject()) {
            for (String name : node.propertyNames()) {
                JsonPointer child = at.appendProperty(name);
                mutations.add(removal(document, at, name));
                replacements(node.get(name)).forEach(value -> mutations.add(replacement(document, at, name, value)));
                walk(document, child, node.get(name), mutations);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(document, at.appendIndex(i), node.get(i), mutations);
            }
        }
    }

    private static List<JsonNode> replacements(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> List.of(JSON.numberNode(7), JSON.objectNode(), JSON.booleanNode(true));
            case NUMBER -> List.of(JSON.stringNode("7"), JSON.numberNode(1.5), JSON.numberNode(-1), JSON.nullNode());
            case BOOLEAN -> List.of(JSON.stringNode("true"), JSON.numberNode(1), JSON.nullNode());
            case OBJECT -> List.of(JSON.stringNode("x"), JSON.arrayNode(), JSON.nullNode());
            case ARRAY -> List.of(JSON.stringNode("x"), JSON.objectNode(), JSON.nullNode(), withNull());
            default -> List.of();
        };
    }

    private static ArrayNode withNull() {
        return JSON.arrayNode().addNull();
    }

    private static Mutation removal(JsonNode document, JsonPointer at, String name) {
        JsonNode copy = document.deepCopy();
        ((ObjectNode) copy.at(at)).remove(name);
        return new Mutation("without " + at.appendProperty(name), copy.toString());
    }

    private static Mutation replacement(JsonNode document, JsonPointer at, String name, JsonNode value) {
        JsonNode copy = document.deepCopy();
        ((ObjectNode) copy.at(at)).set(name, value);
        return new Mutation(at.appendProperty(name) + " = " + value, copy.toString());
    }
}
