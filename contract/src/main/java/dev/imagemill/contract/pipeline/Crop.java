package dev.imagemill.contract.pipeline;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.imageop.ImageSize;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps a rectangle of the image.
 *
 * @param x left edge, in pixels from the left
 * @param y top edge, in pixels from the top
 * @param width width of the rectangle, in pixels
 * @param height height of the rectangle, in pixels
 */
public record Crop(int x, int y, int width, int height) implements Operation {
    private static final Parameter<Integer> X = Parameter.optional(
                    "x", ValueType.integer(0, Pipeline.MAX_SIDE - 1), 0, "Left edge of the rectangle, in pixels.")
            .in(Parameter.Unit.PIXELS);
    private static final Parameter<Integer> Y = Parameter.optional(
                    "y", ValueType.integer(0, Pipeline.MAX_SIDE - 1), 0, "Top edge of the rectangle, in pixels.")
            .in(Parameter.Unit.PIXELS);
    private static final Parameter<Integer> WIDTH = Parameter.required(
                    "width", ValueType.integer(1, Pipeline.MAX_SIDE), "Width of the rectangle, in pixels.")
            .in(Parameter.Unit.PIXELS);
    private static final Parameter<Integer> HEIGHT = Parameter.required(
                    "height", ValueType.integer(1, Pipeline.MAX_SIDE), "Height of the rectangle, in pixels.")
            .in(Parameter.Unit.PIXELS);

    static final OperationType TYPE = new OperationType(
                    "crop",
                    "Keeps a rectangle, which must lie wholly inside the image.",
                    List.of(X, Y, WIDTH, HEIGHT),
                    object -> new Crop(object.get(X), object.get(Y), object.get(WIDTH), object.get(HEIGHT)))
            .like("{\"op\":\"crop\",\"x\":120,\"y\":80,\"width\":640,\"height\":480}");

    public Crop {
        X.check(x);
        Y.check(y);
        WIDTH.check(width);
        HEIGHT.check(height);
    }

    @Override
    public String op() {
        return TYPE.op();
    }

    @Override
    public ImageSize resultSize(ImageSize in) {
        if ((long) x + width > in.width() || (long) y + height > in.height()) {
            throw Problem.at(ProblemType.OPERATION_OUT_OF_BOUNDS, "", outside(in))
                    .exception();
        }
        return new ImageSize(width, height);
    }

    private String outside(ImageSize in) {
        return "the rectangle at (" + x + ", " + y + ") of " + width + " x " + height
                + " pixels does not lie inside the image, which is " + in.width() + " x " + in.height() + " here";
    }

    @Override
    public boolean hasEffect(ImageSize in) {
        return x != 0 || y != 0 || width != in.width() || height != in.height();
    }

    @Override
    public ObjectNode json() {
        ObjectNode json = TYPE.begin();
        HEIGHT.write(height, json);
        WIDTH.write(width, json);
        X.write(x, json);
        Y.write(y, json);
        return json;
    }
}
