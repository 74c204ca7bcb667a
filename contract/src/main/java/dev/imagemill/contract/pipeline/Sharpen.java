package dev.imagemill.contract.pipeline;

import dev.imagemill.imageop.ImageSize;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes details stronger by an unsharp mask: what differs from the blurred image is made to differ more. Alpha stays.
 *
 * @param sigma standard deviation of the blur, 0.3..1000, in pixels
 * @param amount 0..10, the part of the difference that is added; 1 doubles it
 * @param threshold 0..1, the difference up to which a component stays, as a fraction of its range
 */
public record Sharpen(double sigma, double amount, double threshold) implements Operation {
    private static final Parameter<Double> SIGMA = Parameter.optional(
                    "sigma", Blur.SIGMAS, 1.0, "Standard deviation of the blur, in pixels: how wide details are.")
            .in(Parameter.Unit.PIXELS);
    private static final Parameter<Double> AMOUNT = Parameter.optional(
                    "amount", ValueType.number(0, 10), 1.0, "The part of the difference that is added; 1 doubles it.")
            .in(Parameter.Unit.FACTOR);
    private static final Parameter<Double> THRESHOLD = Parameter.optional(
                    "threshold",
                    ValueType.number(0, 1),
                    0.01,
                    "The difference up to which a component stays as it is, as a fraction of its range.")
            .in(Parameter.Unit.FRACTION);

    static final OperationType TYPE = new OperationType(
                    "sharpen",
                    "Makes details stronger by an unsharp mask.",
                    List.of(SIGMA, AMOUNT, THRESHOLD),
                    object -> new Sharpen(object.get(SIGMA), object.get(AMOUNT), object.get(THRESHOLD)))
            .like("{\"op\":\"sharpen\",\"sigma\":0.8,\"amount\":0.6}");

    public Sharpen {
        SIGMA.check(sigma);
        AMOUNT.check(amount);
        THRESHOLD.check(threshold);
    }

    @Override
    public String op() {
        return TYPE.op();
    }

    @Override
    public boolean hasEffect(ImageSize in) {
        return amount > 0 && threshold < 1 && in.pixels() > 1;
    }

    @Override
    public ObjectNode json() {
        ObjectNode json = TYPE.begin();
        AMOUNT.write(amount, json);
        SIGMA.write(sigma, json);
        THRESHOLD.write(threshold, json);
        return json;
    }
}
