package dev.imagemill.contract.problem;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that went wrong, as RFC 9457 describes it.
 *
 * @param type what kind of problem
 * @param detail what was wrong here and what was expected; shown to clients
 * @param pointer where in the submitted document, as a JSON Pointer (RFC 6901; empty: the whole document), or null
 */
public record Problem(
        ProblemType type, String detail, @Nullable String pointer) {
    public Problem {
        requireNonNull(type, "type is null");
        requireNonNull(detail, "detail is null");
    }

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, null);
    }

    public static Problem at(ProblemType type, String pointer, String detail) {
        return new Problem(type, detail, pointer);
    }

    public String code() {
        return type.code();
    }

    public ProblemException exception() {
        return new ProblemException(this);
    }

    /** The same problem with the pointer seen from an enclosing document, in which this one lies at the given pointer. */
    public Problem within(String parent) {
        return new Problem(type, detail, pointer == null ? parent : parent + pointer);
    }

    /** The fields of the problem document, in their order: type, title, status, code, detail and, if known, pointer. */
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", type.uri().toString());
        document.put("title", type.title());
        document.put("status", type.status());
        document.put("code", type.code());
        document.put("detail", detail);
        if (pointer != null) {
            document.put("pointer", pointer);
        }
        return document;
    }
}
