package dev.imagemill.transform.engine;

import dev.imagemill.contract.pipeline.Alpha;

/** The operation {@code alpha}: colours multiplied or divided by alpha, or made opaque. */
record AlphaStep(Alpha alpha) implements Step {
    @Override
    public void foresee(Forecast forecast) {
        forecast.limitReduction(1);
        forecast.make(forecast.stored());
    }

    @Override
    public Picture apply(Picture picture) {
        return picture.pixels().mode().hasAlpha()
                ? picture.withPixels(picture.pixels().convertAlpha(alpha.from(), alpha.to()))
                : picture;
    }
}
