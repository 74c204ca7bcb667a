package dev.imagemill.platform.body;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a query by itself: to ask the servlet request for its parameters would make it read the body of a form. */
public final class Query {
    private Query() {}

    /**
     * Names and values in their order; a name without a value has an empty one.
     *
     * @param query what follows the question mark of the URL, still encoded, or null
     * @throws ProblemException {@code invalid-request} if it is not well encoded
     */
    public static List<Map.Entry<String, String>> parse(@Nullable String query) {
        List<Map.Entry<String, String>> entries = new ArrayList<>();
        for (String pair : query == null ? new String[0] : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                entries.add(Map.entry(
                        decode(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decode(pair.substring(equals + 1))));
            }
        }
        return entries;
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
