package dev.imagemill.storage.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended: the kind of list and the order columns of the last row. Opaque to clients.
 *
 * @param kind which list, so that the cursor of another is refused
 * @param parts the values, none with a NUL character
 */
public record Cursor(String kind, List<String> parts) {
    private static final String SEPARATOR = "\0";

    public Cursor {
        parts = List.copyOf(parts);
    }

    public static Cursor of(String kind, Object... parts) {
        return new Cursor(kind, List.of(parts).stream().map(Object::toString).toList());
    }

    /** The cursor a client sent, or null if it sent none. */
    public static @Nullable Cursor parse(@Nullable String text, String kind, int size) {
        if (text == null) {
            return null;
        }
        List<String> parts = List.of(decoded(text).split(SEPARATOR, -1));
        if (parts.size() != size + 1 || !parts.getFirst().equals(kind)) {
            throw invalid();
        }
        return new Cursor(kind, parts.subList(1, parts.size()));
    }

    public String text() {
        String plain = kind + SEPARATOR + String.join(SEPARATOR, parts);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
    }

    public String part(int index) {
        return parts.get(index);
    }

    public long number(int index) {
        try {
            return Long.parseLong(part(index));
        } catch (NumberFormatException e) {
            throw invalid();
        }
    }

    public UUID id(int index) {
        try {
            return UUID.fromString(part(index));
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), UTF_8);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static ProblemException invalid() {
        return new ProblemException(
                ProblemType.INVALID_REQUEST,
                "\"cursor\" is not a cursor of this list: give the \"next\" of a page of it");
    }
}
