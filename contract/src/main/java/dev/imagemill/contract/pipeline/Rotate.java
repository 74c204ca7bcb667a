package dev.imagemill.contract.pipeline;

import dev.imagemill.imageop.ImageSize;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rotates the image counterclockwise, as PEP 368 does, by whole quarters.
 *
 * @param degrees 0, 90, 180 or 270
 */
public record Rotate(int degrees) implements Operation {
    private static final Parameter<Integer> DEGREES =
            Parameter.required("degrees", ValueType.oneOf(List.of(0, 90, 180, 270)), "Angle, counterclockwise.");

    static final OperationType TYPE = new OperationType(
            "rotate",
            "Rotates the image counterclockwise by quarters.",
            List.of(DEGREES),
            object -> new Rotate(object.get(DEGREES)));

    public Rotate {
        DEGREES.check(degrees);
    }

    @Override
    public String op() {
        return TYPE.op();
    }

    @Override
    public ImageSize resultSize(ImageSize in) {
        return degrees % 180 == 0 ? in : new ImageSize(/* width= */ in.height(), /* height= */ in.width());
    }

    @Override
    public boolean hasEffect(ImageSize in) {
        return degrees != 0;
    }

    @Override
    public ObjectNode json() {
        ObjectNode json = TYPE.begin();
        DEGREES.write(degrees, json);
        return json;
    }
}
