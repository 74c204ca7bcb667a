package dev.imagemill.transform.engine;

import dev.imagemill.contract.function.Curve;
import dev.imagemill.contract.pipeline.Gamma;
import dev.imagemill.imageop.Image;

/** The operation {@code gamma}: a power of every component but alpha. */
record GammaStep(Gamma gamma) implements Step {
    @Override
    public void foresee(Forecast forecast) {
        forecast.limitReduction(1);
        forecast.make(forecast.stored());
    }

    @Override
    public Picture apply(Picture picture) {
        Image pixels = picture.pixels();
        Light.require(pixels, gamma.op());
        Curve curve = gamma.curve();
        double max = pixels.mode().maxValue();
        return picture.withPixels(Light.map(pixels, value -> curve.apply((double) value, max)));
    }
}
