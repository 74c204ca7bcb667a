package dev.imagemill.storage.page;

import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** How many items a page may hold: 1 to 1000, 100 unless said otherwise. */
public final class Limit {
    public static final int DEFAULT = 100;
    public static final int MAX = 1000;

    private Limit() {}

    public static int of(@Nullable String text) {
        if (text == null) {
            return DEFAULT;
        }
        int limit = parsed(text);
        if (limit < 1 || limit > MAX) {
            throw invalid(text);
        }
        return limit;
    }

    private static int parsed(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw invalid(text);
        }
    }

    private static ProblemException invalid(String text) {
        return new ProblemException(
                ProblemType.INVALID_REQUEST,
                "\"limit\" is a whole number from 1 to %d, not \"%s\"".formatted(MAX, text));
    }
}
