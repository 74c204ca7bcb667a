package dev.imagemill.transform.engine;

import dev.imagemill.contract.pipeline.Split;
import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.imageop.Image;
import java.util.List;

/** The operation {@code split}: one component by itself. */
record SplitStep(Split split) implements Step {
    @Override
    public void foresee(Forecast forecast) {
        forecast.limitReduction(1);
        forecast.become(split.resultSize(forecast.stored()));
    }

    @Override
    public Picture apply(Picture picture) {
        Image pixels = picture.pixels();
        List<String> names = pixels.mode().componentNames();
        int index = names.indexOf(split.component().id());
        if (index < 0) {
            throw Problem.at(
                            ProblemType.UNSUPPORTED_CONVERSION,
                            "/component",
                            "an image of mode " + pixels.mode() + " has no component "
                                    + split.component().id() + ", but " + String.join(", ", names))
                    .exception();
        }
        return picture.replacedBy(pixels.split().get(index));
    }
}
