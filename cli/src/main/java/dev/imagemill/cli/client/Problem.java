package dev.imagemill.cli.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An RFC 9457 problem document as the server sends it.
 *
 * @param code the stable, machine-readable name of what went wrong
 * @param pointer JSON Pointer to the offending part of the request, where there is one
 * @param errors where an upload of several files was refused whole, each file's own problem; otherwise empty
 */
public record Problem(
        @Nullable String code,
        @Nullable String title,
        int status,
        @Nullable String detail,
        @Nullable String pointer,
        List<RefusedUpload> errors) {
    public Problem(
            @Nullable String code,
            @Nullable String title,
            int status,
            @Nullable String detail,
            @Nullable String pointer,
            @Nullable List<RefusedUpload> errors) {
        this.code = code;
        this.title = title;
        this.status = status;
        this.detail = detail;
        this.pointer = pointer;
        this.errors = errors == null ? List.of() : List.copyOf(errors);
    }

    static Problem ofStatus(int status, String detail) {
        return new Problem("http-" + status, null, status, detail, null, List.of());
    }

    /** The code, or a placeholder where the server sent none. */
    public String codeOrUnknown() {
        return code == null ? "http-" + status : code;
    }

    /** What went wrong in one line, for a person. */
    public String sentence() {
        String text = detail != null ? detail : title != null ? title : "no detail";
        return pointer == null || pointer.isEmpty() ? text : text + " (at " + pointer + ")";
    }
}
