package dev.imagemill.transform.engine;

import dev.imagemill.contract.pipeline.Flatten;

/** The operation {@code flatten}: the picture on a background, without alpha. Averaging, which weighs by alpha, may come before it. */
record FlattenStep(Flatten flatten) implements Step {
    @Override
    public void foresee(Forecast forecast) {
        forecast.make(forecast.stored());
    }

    @Override
    public Picture apply(Picture picture) {
        return picture.pixels().mode().hasAlpha()
                ? picture.withPixels(Mount.flatten(picture.pixels(), flatten.background()))
                : picture;
    }
}
