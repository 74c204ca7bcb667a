package dev.imagemill.contract.pipeline;

import dev.imagemill.imageop.ImageSize;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Blurs the image by a Gaussian; colours weigh by their alpha.
 *
 * @param sigma standard deviation, 0.3..1000, in pixels
 */
public record Blur(double sigma) implements Operation {
    /** What a standard deviation may be: below the least nothing is to be seen. */
    static final ValueType<Double> SIGMAS = ValueType.number(0.3, 1000);

    private static final Parameter<Double> SIGMA = Parameter.required(
                    "sigma", SIGMAS, "Standard deviation of the Gaussian, in pixels.")
            .in(Parameter.Unit.PIXELS);

    static final OperationType TYPE = new OperationType(
                    "blur", "Blurs the image by a Gaussian.", List.of(SIGMA), object -> new Blur(object.get(SIGMA)))
            .like("{\"op\":\"blur\",\"sigma\":2.5}");

    public Blur {
        SIGMA.check(sigma);
    }

    @Override
    public String op() {
        return TYPE.op();
    }

    @Override
    public boolean hasEffect(ImageSize in) {
        return in.pixels() > 1;
    }

    @Override
    public ObjectNode json() {
        ObjectNode json = TYPE.begin();
        SIGMA.write(sigma, json);
        return json;
    }
}
