package dev.imagemill.storage.request;

import dev.imagemill.contract.pipeline.StrictJson;
import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An object in a request's body, together with where it lies. */
public final class JsonBody {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode object;
    private final String at;

    private JsonBody(JsonNode object, String at) {
        if (!object.isObject()) {
            throw problem(at, "expected an object, got " + kind(object));
        }
        this.object = object;
        this.at = at;
    }

    /** The whole body as a tree. */
    public static JsonNode tree(byte[] body) {
        if (body.length == 0) {
            throw new ProblemException(ProblemType.EMPTY_BODY, "expected a JSON document");
        }
        try {
            return MAPPER.readTree(body);
        } catch (JacksonException e) {
            throw new ProblemException(Problem.at(ProblemType.INVALID_REQUEST, "", StrictJson.malformed(e)), e);
        }
    }

    /** The whole body as an object. */
    public static JsonBody parse(byte[] body) {
        return new JsonBody(tree(body), "");
    }

    /** Refuses every field that is not one of these. */
    public JsonBody allow(String... names) {
        List<String> known = Arrays.asList(names);
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                throw problem(
                        pointer(name),
                        "unknown field \"%s\": expected %s".formatted(shown(name), String.join(", ", known)));
            }
        }
        return this;
    }

    /** Demands exactly one of these fields, and says which it is. */
    public String oneOf(String... names) {
        List<String> given = Arrays.stream(names).filter(object::has).toList();
        if (given.size() != 1) {
            throw problem(
                    at,
                    "expected one of %s, got %s".formatted(String.join(", ", names), given.isEmpty() ? "none" : given));
        }
        return given.getFirst();
    }

    public Optional<JsonNode> find(String name) {
        return Optional.ofNullable(object.get(name));
    }

    public JsonNode get(String name) {
        return find(name).orElseThrow(() -> problem(at, "the field \"%s\" is missing".formatted(name)));
    }

    public JsonBody object(String name) {
        return new JsonBody(get(name), pointer(name));
    }

    public String text(String name) {
        JsonNode value = get(name);
        if (!value.isString()) {
            throw problem(pointer(name), "expected a string, got " + kind(value));
        }
        return value.stringValue();
    }

    public String pointer(String name) {
        return at + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    public static ProblemException problem(String pointer, String detail) {
        return Problem.at(ProblemType.INVALID_REQUEST, pointer, detail).exception();
    }

    public static String kind(JsonNode node) {
        return node.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String shown(String name) {
        String visible = name.replaceAll("\\p{Cntrl}", "?");
        return visible.length() <= 40 ? visible : visible.substring(0, 40) + "...";
    }
}
