package dev.imagemill.contract.pipeline;

import static java.util.Objects.requireNonNull;

import dev.imagemill.imageop.ImageSize;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Mirrors the image.
 *
 * @param direction {@code HORIZONTAL} swaps left and right, {@code VERTICAL} top and bottom
 */
public record Flip(Direction direction) implements Operation {
    private static final Parameter<Direction> DIRECTION = Parameter.required(
            "direction",
            ValueType.choice(Direction.class),
            "Horizontal swaps left and right, vertical top and bottom.");

    static final OperationType TYPE = new OperationType(
                    "flip", "Mirrors the image.", List.of(DIRECTION), object -> new Flip(object.get(DIRECTION)))
            .like("{\"op\":\"flip\",\"direction\":\"horizontal\"}");

    public Flip {
        requireNonNull(direction, "direction is null");
    }

    @Override
    public String op() {
        return TYPE.op();
    }

    @Override
    public boolean hasEffect(ImageSize in) {
        return direction == Direction.HORIZONTAL ? in.width() > 1 : in.height() > 1;
    }

    @Override
    public ObjectNode json() {
        ObjectNode json = TYPE.begin();
        DIRECTION.write(direction, json);
        return json;
    }
}
