package dev.imagemill.contract.pipeline;

import static java.util.Objects.requireNonNull;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings colours to a colour space through ICC profiles, from the source's own: what comes before it works on the values as they are stored. The
 * result carries the profile of its space unless that is sRGB.
 *
 * @param to the colour space
 */
public record Colorspace(ColorspaceName to) implements Operation {
    private static final Parameter<ColorspaceName> TO = Parameter.required(
            "to",
            ValueType.choice(ColorspaceName.class),
            "The colour space of the result; keep leaves the source's and its profile.");

    static final OperationType TYPE = new OperationType(
                    "colorspace",
                    "Brings colours to a colour space through ICC profiles.",
                    List.of(TO),
                    object -> new Colorspace(object.get(TO)))
            .like("{\"op\":\"colorspace\",\"to\":\"display-p3\"}");

    public Colorspace {
        requireNonNull(to, "to is null");
    }

    @Override
    public String op() {
        return TYPE.op();
    }

    @Override
    public ObjectNode json() {
        ObjectNode json = TYPE.begin();
        TO.write(to, json);
        return json;
    }
}
