package dev.imagemill.transform.engine;

import dev.imagemill.contract.function.ValueFunction;
import dev.imagemill.contract.pipeline.MapValues;
import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.imageop.ComponentFunction;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.Mode;
import java.util.List;

/** The operation {@code map}: PEP 368's, each function worked out once for each value that a component can hold. */
record MapStep(MapValues map) implements Step {
    private static final String AT = "/functions";

    @Override
    public void foresee(Forecast forecast) {
        forecast.limitReduction(1);
        forecast.make(forecast.stored());
    }

    @Override
    public Picture apply(Picture picture) {
        Image pixels = picture.pixels();
        return picture.withPixels(pixels.point(functions(pixels.mode())));
    }

    private ComponentFunction[] functions(Mode mode) {
        boolean sparesAlpha = mode.hasAlpha() && !map.alpha();
        int mapped = mode.components() - (sparesAlpha ? 1 : 0);
        List<ValueFunction> given = map.functions();
        if (given.size() != 1 && given.size() != mapped) {
            throw unfit(mode, mapped);
        }
        if (given.size() == 1 && !sparesAlpha) {
            return new ComponentFunction[] {function(0, mode)};
        }
        ComponentFunction[] functions = new ComponentFunction[mode.components()];
        for (int i = 0; i < mapped; i++) {
            functions[i] = given.size() == 1 && i > 0 ? functions[0] : function(i, mode);
        }
        if (sparesAlpha) {
            functions[mapped] = value -> value;
        }
        return functions;
    }

    private ComponentFunction function(int index, Mode mode) {
        ValueFunction function = map.functions().get(index);
        double max = mode.maxValue();
        return value -> {
            double result = function.apply((double) value, max);
            if (Double.isNaN(result)) {
                throw refused(
                        AT + "/" + index,
                        "the function has no number for " + value + ", of " + (long) max + " at most");
            }
            return result;
        };
    }

    private ProblemException unfit(Mode mode, int mapped) {
        return refused(
                AT,
                "an image of mode " + mode + " is mapped by 1 function or " + mapped + ", for its components "
                        + String.join(", ", mode.componentNames().subList(0, mapped)) + ", not by "
                        + map.functions().size());
    }

    private static ProblemException refused(String pointer, String detail) {
        return Problem.at(ProblemType.UNSUPPORTED_CONVERSION, pointer, detail).exception();
    }
}
