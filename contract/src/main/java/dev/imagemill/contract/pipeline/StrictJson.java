package dev.imagemill.contract.pipeline;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON text in which no field may come twice and nothing may follow the value. */
public final class StrictJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Pattern ABOUT_THE_PARSER =
            Pattern.compile(", from `[^`]*`| \\(start marker at .*| \\(`.*|: enable `.*", Pattern.DOTALL);

    private StrictJson() {}

    /**
     * The tree of the given text.
     *
     * @throws ProblemException of the given type, naming line and column
     */
    public static JsonNode read(String json, ProblemType type) {
        try {
            JsonNode node = MAPPER.readTree(json);
            if (node.isMissingNode()) {
                throw Problem.at(type, "", "expected a JSON document, got nothing")
                        .exception();
            }
            return node;
        } catch (JacksonException e) {
            throw new ProblemException(Problem.at(type, "", malformed(e)), e);
        }
    }

    /** Says where and why text is no JSON, without the parser's advice on its own settings. */
    public static String malformed(JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        String where =
                location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
        return "malformed JSON" + where + ": "
                + ABOUT_THE_PARSER.matcher(e.getOriginalMessage()).replaceAll("");
    }
}
