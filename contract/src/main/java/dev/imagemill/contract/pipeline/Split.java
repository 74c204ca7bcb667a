package dev.imagemill.contract.pipeline;

import static java.util.Objects.requireNonNull;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.imageop.ImageSize;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps one component of the image, as grey of the same number of bits.
 *
 * @param component one that the image's mode has
 */
public record Split(Component component) implements Operation {
    private static final Parameter<Component> COMPONENT = Parameter.required(
            "component",
            ValueType.choice(Component.class),
            "The component to keep, which must be one that the image has at that point.");

    static final OperationType TYPE = new OperationType(
                    "split",
                    "Keeps one component of the image, as grey.",
                    List.of(COMPONENT),
                    object -> new Split(object.get(COMPONENT)))
            .like("{\"op\":\"split\",\"component\":\"g\"}");

    public Split {
        requireNonNull(component, "component is null");
    }

    @Override
    public String op() {
        return TYPE.op();
    }

    /**
     * The size of the component: half the image's for chroma.
     *
     * @throws ProblemException {@code unsupported-conversion} for chroma of an odd size, which no planar image has
     */
    @Override
    public ImageSize resultSize(ImageSize in) {
        if (!component.chroma()) {
            return in;
        }
        if (in.width() % 2 != 0 || in.height() % 2 != 0) {
            throw Problem.at(
                            ProblemType.UNSUPPORTED_CONVERSION,
                            "/component",
                            "only planar modes have a component " + component.id() + ", and these have even sizes, not "
                                    + in.width() + " x " + in.height())
                    .exception();
        }
        return new ImageSize(in.width() / 2, in.height() / 2);
    }

    @Override
    public ObjectNode json() {
        ObjectNode json = TYPE.begin();
        COMPONENT.write(component, json);
        return json;
    }
}
