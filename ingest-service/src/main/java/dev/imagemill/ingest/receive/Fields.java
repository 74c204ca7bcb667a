package dev.imagemill.ingest.receive;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.platform.body.Query;
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

    /** @param query what follows the question mark of the URL, still encoded */
    void putQuery(@Nullable String query) {
        Query.parse(query).forEach(entry -> put(entry.getKey(), entry.getValue()));
    }
}
