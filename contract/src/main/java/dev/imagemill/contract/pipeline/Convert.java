package dev.imagemill.contract.pipeline;

import static java.util.Objects.requireNonNull;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Mode;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Converts the image to another mode. Colours are converted by arithmetic, without a profile.
 *
 * @param mode one of {@link #MODES}
 */
public record Convert(Mode mode) implements Operation {
    /** The modes that an image can be converted to. */
    public static final List<Mode> MODES = Mode.all();

    private static final Parameter<Mode> MODE = Parameter.required(
            "mode",
            ValueType.choice(MODES, Mode::name),
            "The mode of the result. YV12 and JPEG_YV12 take even sizes only.");

    static final OperationType TYPE = new OperationType(
                    "convert",
                    "Converts the image to another mode of PEP 368.",
                    List.of(MODE),
                    object -> new Convert(object.get(MODE)))
            .like("{\"op\":\"convert\",\"mode\":\"L\"}");

    public Convert {
        requireNonNull(mode, "mode is null");
        MODE.check(mode);
    }

    @Override
    public String op() {
        return TYPE.op();
    }

    /**
     * The size as it is.
     *
     * @throws ProblemException {@code unsupported-conversion} for a planar mode and an odd size
     */
    @Override
    public ImageSize resultSize(ImageSize in) {
        if (in.width() % mode.xDivisor() != 0 || in.height() % mode.yDivisor() != 0) {
            throw Problem.at(
                            ProblemType.UNSUPPORTED_CONVERSION,
                            "/mode",
                            "mode " + mode + " takes even sizes only, and the image is " + in.width() + " x "
                                    + in.height() + " here")
                    .exception();
        }
        return in;
    }

    @Override
    public ObjectNode json() {
        ObjectNode json = TYPE.begin();
        MODE.write(mode, json);
        return json;
    }
}
