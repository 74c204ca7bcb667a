package dev.imagemill.contract.pipeline;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One parameter of an operation or an output format.
 *
 * @param name its field in the document
 * @param type the values it takes
 * @param presence whether it must be given
 * @param fallback its value where it is not given, or null if it then has none
 * @param description what it means, for people
 * @param unit what its numbers count, or null if they have no unit or it takes none
 */
record Parameter<T>(
        String name,
        ValueType<T> type,
        Presence presence,
        @Nullable T fallback,
        String description,
        @Nullable Unit unit) {
    enum Presence {
        REQUIRED,
        OPTIONAL
    }

    /** What a number counts. */
    enum Unit {
        PIXELS,
        /** Of an angle. */
        DEGREES,
        PER_CENT,
        /** Of a component's range, or of a side; 1 is all of it. */
        FRACTION,
        /** Times as much. */
        FACTOR
    }

    static <T> Parameter<T> required(String name, ValueType<T> type, String description) {
        return new Parameter<>(name, type, Presence.REQUIRED, null, description, null);
    }

    static <T> Parameter<T> optional(String name, ValueType<T> type, String description) {
        return new Parameter<>(name, type, Presence.OPTIONAL, null, description, null);
    }

    static <T> Parameter<T> optional(String name, ValueType<T> type, T fallback, String description) {
        return new Parameter<>(name, type, Presence.OPTIONAL, fallback, description, null);
    }

    /** The same parameter, its numbers counting this. */
    Parameter<T> in(Unit counted) {
        return new Parameter<>(name, type, presence, fallback, description, counted);
    }

    boolean required() {
        return presence == Presence.REQUIRED;
    }

    /** The default of a parameter that has one. */
    T requireFallback() {
        if (fallback == null) {
            throw new IllegalStateException(name + " has no default");
        }
        return fallback;
    }

    /** Refuses a value that the document could not say. */
    void check(@Nullable T value) {
        boolean sayable = value == null
                ? fallback == null && !required()
                : type.reader().apply(type.writer().apply(value)).isPresent();
        if (!sayable) {
            throw new IllegalArgumentException(name + " is " + type.expected() + ", not " + value);
        }
    }

    /** Whether the value is the one that the parameter has where it is not given. */
    boolean absent(@Nullable T value) {
        return Objects.equals(value, fallback);
    }

    /** Writes the value under the parameter's name, unless it is the default. */
    void write(@Nullable T value, ObjectNode to) {
        if (value != null && !absent(value)) {
            to.set(name, type.writer().apply(value));
        }
    }

    ObjectNode schema() {
        ObjectNode schema = type.schema().deepCopy().put("description", description);
        if (fallback != null) {
            schema.set("default", type.writer().apply(fallback));
        }
        return schema;
    }
}
