package dev.imagemill.cli.client;

import org.jspecify.annotations.Nullable;

/**
 * An RFC 9457 problem document as the server sends it.
 *
 * @param code the stable, machine-readable name of what went wrong
 * @param pointer JSON Pointer to the offending part of the request, where there is one
 */
public record Problem(
        @Nullable String code,
        @Nullable String title,
        int status,
        @Nullable String detail,
        @Nullable String pointer) {

    static Problem ofStatus(int status, String detail) {
        return new Problem("http-" + status, null, status, detail, null);
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
