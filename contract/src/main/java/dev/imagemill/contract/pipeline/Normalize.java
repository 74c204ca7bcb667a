package dev.imagemill.contract.pipeline;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stretches the image's contrast, so that its luminance fills the whole range. All colours are stretched alike, which keeps them in their
 * proportion to grey.
 *
 * @param lower 0..49, the percentage of the pixels, the darkest, that may become black
 * @param upper 51..100, the percentage above which pixels, the lightest, may become white
 */
public record Normalize(double lower, double upper) implements Operation {
    private static final Parameter<Double> LOWER = Parameter.optional(
                    "lower",
                    ValueType.number(0, 49),
                    1.0,
                    "Percentile of luminance that becomes black, as does what is darker.")
            .in(Parameter.Unit.PER_CENT);
    private static final Parameter<Double> UPPER = Parameter.optional(
                    "upper",
                    ValueType.number(51, 100),
                    99.0,
                    "Percentile of luminance that becomes white, as does what is lighter.")
            .in(Parameter.Unit.PER_CENT);

    static final OperationType TYPE = new OperationType(
                    "normalize",
                    "Stretches the image's contrast, so that its luminance fills the whole range.",
                    List.of(LOWER, UPPER),
                    object -> new Normalize(object.get(LOWER), object.get(UPPER)))
            .like("{\"op\":\"normalize\",\"lower\":2,\"upper\":98}");

    public Normalize {
        LOWER.check(lower);
        UPPER.check(upper);
    }

    @Override
    public String op() {
        return TYPE.op();
    }

    @Override
    public ObjectNode json() {
        ObjectNode json = TYPE.begin();
        LOWER.write(lower, json);
        UPPER.write(upper, json);
        return json;
    }
}
