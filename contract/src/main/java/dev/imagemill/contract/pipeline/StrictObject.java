package dev.imagemill.contract.pipeline;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one JSON object in which nothing may be unknown, of the wrong type or out of range. */
final class StrictObject {
    private static final int LONGEST_ECHO = 40;

    private final JsonNode object;
    private final String at;
    private final ProblemType type;

    private StrictObject(JsonNode object, String at, ProblemType type) {
        this.object = object;
        this.at = at;
        this.type = type;
    }

    /** Begins to read the node that lies at the given pointer of the submitted document. */
    static StrictObject of(JsonNode node, String at, ProblemType type, String what) {
        StrictObject object = new StrictObject(node, at, type);
        if (!node.isObject()) {
            throw object.problem(at, "expected " + what + " as an object, got " + echo(node));
        }
        return object;
    }

    /** Refuses what is not an array of so many elements. */
    static void requireArray(JsonNode node, String at, int min, int max, ProblemType type, String elements) {
        String expected = "expected an array of " + min + " to " + max + " " + elements + ", got ";
        if (!node.isArray()) {
            throw Problem.at(type, at, expected + echo(node)).exception();
        }
        if (node.size() < min || node.size() > max) {
            throw Problem.at(type, at, expected + node.size()).exception();
        }
    }

    /** Refuses every field that is not one of these. */
    StrictObject allow(Collection<String> names, String what) {
        for (String name : object.propertyNames()) {
            if (!names.contains(name)) {
                Set<String> sorted = new TreeSet<>(names);
                String known = sorted.isEmpty() ? "no fields" : "only " + String.join(", ", sorted);
                throw problem(pointer(name), "unknown field " + quote(name) + ": " + what + " has " + known);
            }
        }
        return this;
    }

    boolean has(String name) {
        return object.has(name);
    }

    /** The field's value as it is, or a problem if it is missing. */
    JsonNode get(String name, String expected) {
        JsonNode value = object.get(name);
        if (value == null) {
            throw problem(at, "the field " + quote(name) + " is missing: expected " + expected);
        }
        return value;
    }

    /** The value of a parameter that is required or has a default. */
    <T> T get(Parameter<T> parameter) {
        T value = find(parameter);
        if (value == null) {
            throw problem(
                    at,
                    "the field " + quote(parameter.name()) + " is missing: expected "
                            + parameter.type().expected());
        }
        return value;
    }

    /** The value of a parameter, its default if it is not given, or null if it has none. */
    <T> @Nullable T find(Parameter<T> parameter) {
        JsonNode value = object.get(parameter.name());
        if (value == null) {
            return parameter.fallback();
        }
        return parameter
                .type()
                .reader()
                .apply(value)
                .orElseThrow(() -> problem(
                        pointer(parameter.name()),
                        "expected " + parameter.type().expected() + ", got " + echo(value)));
    }

    /** Where this object lies. */
    String pointer() {
        return at;
    }

    String pointer(String name) {
        return at + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    ProblemException problem(String pointer, String detail) {
        return Problem.at(type, pointer, detail).exception();
    }

    /** What stands there, cut short, for the end of a message. */
    static String echo(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING -> quote(node.stringValue());
            case NULL, MISSING -> "null";
            case NUMBER, BOOLEAN, BINARY, POJO -> shorten(node.toString());
        };
    }

    static String quote(String text) {
        return '"' + shorten(text).replaceAll("\\p{Cntrl}", "?") + '"';
    }

    private static String shorten(String text) {
        return text.length() <= LONGEST_ECHO ? text : text.substring(0, LONGEST_ECHO) + "...";
    }
}
