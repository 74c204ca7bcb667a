package dev.imagemill.transform.engine;

import dev.imagemill.contract.pipeline.Blur;
import dev.imagemill.contract.pipeline.Sharpen;

/** The operation {@code sharpen}. */
record SharpenStep(Sharpen sharpen) implements Step {
    @Override
    public void foresee(Forecast forecast) {
        new BlurStep(new Blur(sharpen.sigma())).foresee(forecast);
    }

    @Override
    public Picture apply(Picture picture) {
        return picture.withPixels(picture.pixels().sharpen(sharpen.sigma(), sharpen.amount(), sharpen.threshold()));
    }
}
