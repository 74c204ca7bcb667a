package dev.imagemill.contract.pipeline;

import static java.util.Objects.requireNonNull;

import dev.imagemill.imageop.ImageSize;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Mirrors the image along a diagonal, which swaps its width and height.
 *
 * @param diagonal {@code MAIN} runs from the top left: the left column becomes the top row; {@code ANTI} from the top right
 */
public record Transpose(Diagonal diagonal) implements Operation {
    private static final Parameter<Diagonal> DIAGONAL = Parameter.optional(
            "diagonal",
            ValueType.choice(Diagonal.class),
            Diagonal.MAIN,
            "The diagonal that stays where it is: main from the top left, anti from the top right.");

    static final OperationType TYPE = new OperationType(
                    "transpose",
                    "Mirrors the image along a diagonal.",
                    List.of(DIAGONAL),
                    object -> new Transpose(object.get(DIAGONAL)))
            .like("{\"op\":\"transpose\",\"diagonal\":\"anti\"}");

    public Transpose {
        requireNonNull(diagonal, "diagonal is null");
    }

    @Override
    public String op() {
        return TYPE.op();
    }

    @Override
    public ImageSize resultSize(ImageSize in) {
        return new ImageSize(/* width= */ in.height(), /* height= */ in.width());
    }

    @Override
    public boolean hasEffect(ImageSize in) {
        return in.pixels() > 1;
    }

    @Override
    public ObjectNode json() {
        ObjectNode json = TYPE.begin();
        DIAGONAL.write(diagonal, json);
        return json;
    }
}
