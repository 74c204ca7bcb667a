package dev.imagemill.contract.pipeline;

import static java.util.Objects.requireNonNull;

import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Mode;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Converts the image to another mode.
 *
 * @param mode one of {@link #MODES}
 */
public record Convert(Mode mode) implements Operation {
    /** The modes that an image can be converted to. */
    public static final List<Mode> MODES =
            List.of(Mode.L, Mode.LA, Mode.RGB, Mode.RGBA, Mode.L16, Mode.LA32, Mode.RGB48, Mode.RGBA64);

    private static final Parameter<Mode> MODE =
            Parameter.required("mode", ValueType.choice(MODES, Mode::name), "The mode of the result.");

    static final OperationType TYPE = new OperationType(
            "convert",
            "Converts the image to another mode: grey or colour, with or without alpha, 8 or 16 bits a component.",
            List.of(MODE),
            object -> new Convert(object.get(MODE)));

    public Convert {
        requireNonNull(mode, "mode is null");
        MODE.check(mode);
    }

    @Override
    public String op() {
        return TYPE.op();
    }

    @Override
    public ImageSize resultSize(ImageSize in) {
        return in;
    }

    /** Always true: whether it has, only the image's mode tells. */
    @Override
    public boolean hasEffect(ImageSize in) {
        return true;
    }

    @Override
    public ObjectNode json() {
        ObjectNode json = TYPE.begin();
        MODE.write(mode, json);
        return json;
    }
}
