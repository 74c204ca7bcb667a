package dev.imagemill.storage.content;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A strong entity tag (RFC 9110, section 8.8.3).
 *
 * @param value what stands between the quotes
 */
public record EntityTag(String value) {
    private static final String WEAK = "W/";

    /** As it stands in a header. */
    public String header() {
        return "\"" + value + "\"";
    }

    /** Whether an {@code If-None-Match} header names this tag; weak tags count. */
    public boolean isNamedIn(@Nullable String header) {
        return matches(header, true);
    }

    /** Whether an {@code If-Match} header names this tag; weak tags do not count. */
    public boolean isNamedStronglyIn(@Nullable String header) {
        return matches(header, false);
    }

    /** Whether an {@code If-Range} header is exactly this tag. */
    public boolean is(@Nullable String header) {
        return header != null && header.trim().equals(header());
    }

    private boolean matches(@Nullable String header, boolean weakly) {
        return header != null
                && Arrays.stream(header.split(",", -1))
                        .map(String::trim)
                        .map(tag -> weakly && tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(header()));
    }
}
