package dev.imagemill.contract.pipeline;

import static java.util.Objects.requireNonNull;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lays the image onto a background of one colour and takes its alpha away; an image without alpha stays as it is.
 *
 * @param background what lies under transparent pixels, opaque; if it is not grey, a grey image with alpha becomes coloured
 */
public record Flatten(Color background) implements Operation {
    private static final Parameter<Color> BACKGROUND =
            Parameter.optional("background", ValueType.opaqueColor(), Color.WHITE, "Colour under transparent pixels.");

    static final OperationType TYPE = new OperationType(
                    "flatten",
                    "Lays the image onto a background of one colour and takes its alpha away.",
                    List.of(BACKGROUND),
                    object -> new Flatten(object.get(BACKGROUND)))
            .like("{\"op\":\"flatten\",\"background\":\"#f0f0f0\"}");

    public Flatten {
        requireNonNull(background, "background is null");
        BACKGROUND.check(background);
    }

    @Override
    public String op() {
        return TYPE.op();
    }

    @Override
    public ObjectNode json() {
        ObjectNode json = TYPE.begin();
        BACKGROUND.write(background, json);
        return json;
    }
}
