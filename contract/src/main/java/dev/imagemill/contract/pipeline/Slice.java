package dev.imagemill.contract.pipeline;

import static java.util.Objects.requireNonNull;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.imageop.ImageSize;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps the columns and rows that Python's slices select; a negative step mirrors, a longer one leaves out pixels without averaging.
 *
 * @param x columns
 * @param y rows
 */
public record Slice(dev.imagemill.imageop.Slice x, dev.imagemill.imageop.Slice y) implements Operation {
    private static final Parameter<dev.imagemill.imageop.Slice> X = axis("x", "Columns");
    private static final Parameter<dev.imagemill.imageop.Slice> Y = axis("y", "Rows");

    static final OperationType TYPE = new OperationType(
                    "slice",
                    "Keeps the columns and rows that start, stop and step select, as a Python slice does.",
                    List.of(X, Y),
                    object -> new Slice(object.get(X), object.get(Y)))
            .like("{\"op\":\"slice\",\"x\":\"::2\",\"y\":\"::-1\"}");

    public Slice {
        requireNonNull(x, "x is null");
        requireNonNull(y, "y is null");
        x = SliceText.canonical(x);
        y = SliceText.canonical(y);
    }

    private static Parameter<dev.imagemill.imageop.Slice> axis(String name, String what) {
        return Parameter.optional(
                name,
                SliceText.TYPE,
                dev.imagemill.imageop.Slice.all(),
                what
                        + " to keep, as start:stop:step; a negative position counts from the end, a negative step runs backwards.");
    }

    @Override
    public String op() {
        return TYPE.op();
    }

    @Override
    public ImageSize resultSize(ImageSize in) {
        int width = x.count(in.width());
        int height = y.count(in.height());
        if (width == 0 || height == 0) {
            throw Problem.at(
                            ProblemType.OPERATION_OUT_OF_BOUNDS,
                            width == 0 ? "/x" : "/y",
                            "the slice " + (width == 0 ? x : y) + " selects nothing of the image, which is "
                                    + in.width() + " x " + in.height() + " here")
                    .exception();
        }
        return new ImageSize(width, height);
    }

    @Override
    public boolean hasEffect(ImageSize in) {
        return changes(x, in.width()) || changes(y, in.height());
    }

    private static boolean changes(dev.imagemill.imageop.Slice slice, int length) {
        return slice.count(length) != length || (length > 1 && slice.step() != null && slice.step() < 0);
    }

    @Override
    public ObjectNode json() {
        ObjectNode json = TYPE.begin();
        X.write(x, json);
        Y.write(y, json);
        return json;
    }
}
