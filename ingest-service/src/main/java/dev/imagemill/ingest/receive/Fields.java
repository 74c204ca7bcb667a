package dev.imagemill.ingest.receive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import java.net.URLDecoder;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a client says beside its files, gathered from the query and the form. Said twice or not known: refused, never dropped. */
public final class Fields {
    private final Map<Field, String> values = new EnumMap<>(Field.class);

    Fields() {}

    /** Fields of the given values. */
    public static Fields of(Map<Field, String> values) {
        Fields fields = new Fields();
        values.forEach((field, value) -> fields.put(field.key(), value));
        return fields;
    }

    /** What was said, or null if nothing or only blanks were. */
    public @Nullable String get(Field field) {
        return values.get(field);
    }

    void put(String key, String value) {
        Field field = Field.ofKey(key)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.INVALID_REQUEST,
                        "\"" + key + "\" is not known here; besides files, an upload may have: " + Field.known()));
        if (value.isBlank()) {
            return;
        }
        if (values.putIfAbsent(field, value) != null) {
            throw Problem.at(ProblemType.INVALID_REQUEST, field.pointer(), "\"" + key + "\" is given more than once")
                    .exception();
        }
    }

    /**
     * Reads the query itself: to ask the servlet request for its parameters would make it read the body of a form.
     *
     * @param query what follows the question mark of the URL, still encoded
     */
    void putQuery(@Nullable String query) {
        if (query == null) {
            return;
        }
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                put(
                        decode(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.of(ProblemType.INVALID_REQUEST, "The query is not well encoded: \"" + encoded + "\""), e);
        }
    }
}
