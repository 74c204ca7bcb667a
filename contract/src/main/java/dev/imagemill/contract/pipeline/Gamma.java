package dev.imagemill.contract.pipeline;

import dev.imagemill.contract.function.Curve;
import dev.imagemill.imageop.ImageSize;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes middle tones lighter or darker: each component but alpha becomes {@code max * (v / max) ^ (1 / gamma)}.
 *
 * @param gamma 0.1..10; above 1 lighter, below 1 darker
 */
public record Gamma(double gamma) implements Operation {
    private static final Parameter<Double> GAMMA = Parameter.required(
            "gamma",
            ValueType.number(0.1, 10),
            "The exponent that values, as fractions of their range, are raised to is 1 / gamma.");

    static final OperationType TYPE = new OperationType(
                    "gamma",
                    "Makes middle tones lighter, with a gamma above 1, or darker.",
                    List.of(GAMMA),
                    object -> new Gamma(object.get(GAMMA)))
            .like("{\"op\":\"gamma\",\"gamma\":1.4}");

    public Gamma {
        GAMMA.check(gamma);
    }

    /** The function of each component. */
    public Curve curve() {
        return new Curve.Gamma(gamma);
    }

    @Override
    public String op() {
        return TYPE.op();
    }

    @Override
    public boolean hasEffect(ImageSize in) {
        return gamma != 1;
    }

    @Override
    public ObjectNode json() {
        ObjectNode json = TYPE.begin();
        GAMMA.write(gamma, json);
        return json;
    }
}
