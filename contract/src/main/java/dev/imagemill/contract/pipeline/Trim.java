package dev.imagemill.contract.pipeline;

import dev.imagemill.imageop.ImageSize;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Cuts away the borders that show nothing but background.
 *
 * <p>A row or column is border if none of its pixels differs from the background by more than the threshold in any component, alpha
 * among them. An image that is background all over stays as it is.
 *
 * @param threshold 0..1, as a fraction of a component's range
 * @param background the colour to cut away; null for that of the top left pixel
 */
public record Trim(double threshold, @Nullable Color background) implements Operation {
    private static final Parameter<Double> THRESHOLD = Parameter.optional(
                    "threshold",
                    ValueType.number(0, 1),
                    0.04,
                    "How far a pixel may be from the background and still be border, as a fraction of a component's range.")
            .in(Parameter.Unit.FRACTION);
    private static final Parameter<Color> BACKGROUND = Parameter.optional(
            "background", ValueType.color(), "The colour to cut away; that of the top left pixel if it is missing.");

    static final OperationType TYPE = new OperationType(
                    "trim",
                    "Cuts away borders of one colour. The size of the result depends on the pixels.",
                    List.of(THRESHOLD, BACKGROUND),
                    object -> new Trim(object.get(THRESHOLD), object.find(BACKGROUND)))
            .like("{\"op\":\"trim\",\"threshold\":0.08}");

    public Trim {
        THRESHOLD.check(threshold);
    }

    @Override
    public String op() {
        return TYPE.op();
    }

    /** The size it leaves at most: that of the image. */
    @Override
    public boolean sizeDependsOnPixels() {
        return true;
    }

    @Override
    public boolean hasEffect(ImageSize in) {
        return in.pixels() > 1;
    }

    @Override
    public ObjectNode json() {
        ObjectNode json = TYPE.begin();
        BACKGROUND.write(background, json);
        THRESHOLD.write(threshold, json);
        return json;
    }
}
