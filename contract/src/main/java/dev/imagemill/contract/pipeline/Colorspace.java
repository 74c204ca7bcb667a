package dev.imagemill.contract.pipeline;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings colours to a colour space through ICC profiles, from the source's own: what comes before it works on the values as they are stored. The
 * result carries the profile of its space unless that is sRGB.
 *
 * @param to the colour space
 * @param profile the digest of the ICC profile of an ink, 64 hexadecimal digits, only with {@code cmyk}; or null for the built-in one
 */
public record Colorspace(ColorspaceName to, @Nullable String profile) implements Operation {
    private static final Parameter<ColorspaceName> TO = Parameter.required(
            "to",
            ValueType.choice(ColorspaceName.class),
            "The colour space of the result; keep leaves the source's and its profile.");

    private static final Parameter<String> PROFILE = Parameter.optional(
            "profile",
            ValueType.digest(),
            "Digest of the ICC profile of the ink, only with cmyk; a built-in one if it is missing.");

    static final OperationType TYPE = new OperationType(
                    "colorspace",
                    "Brings colours to a colour space through ICC profiles.",
                    List.of(TO, PROFILE),
                    Colorspace::read,
                    Colorspace::addRules)
            .like("{\"op\":\"colorspace\",\"to\":\"display-p3\"}");

    public Colorspace {
        requireNonNull(to, "to is null");
        PROFILE.check(profile);
        if (profile != null && to != ColorspaceName.CMYK) {
            throw new IllegalArgumentException("a profile goes only with cmyk");
        }
    }

    /** With a built-in profile. */
    public Colorspace(ColorspaceName to) {
        this(to, null);
    }

    private static Colorspace read(StrictObject object) {
        ColorspaceName to = object.get(TO);
        if (object.has(PROFILE.name()) && to != ColorspaceName.CMYK) {
            throw object.problem(object.pointer(PROFILE.name()), "a profile goes only with cmyk");
        }
        return new Colorspace(to, object.find(PROFILE));
    }

    private static void addRules(ObjectNode schema) {
        schema.putObject("dependentSchemas")
                .putObject(PROFILE.name())
                .putObject("properties")
                .putObject(TO.name())
                .put("const", ColorspaceName.CMYK.id());
    }

    @Override
    public String op() {
        return TYPE.op();
    }

    @Override
    public ObjectNode json() {
        ObjectNode json = TYPE.begin();
        PROFILE.write(profile, json);
        TO.write(to, json);
        return json;
    }
}
