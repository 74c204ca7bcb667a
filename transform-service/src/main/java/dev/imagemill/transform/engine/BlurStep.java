package dev.imagemill.transform.engine;

import dev.imagemill.contract.pipeline.Blur;

/** The operation {@code blur}. It looks the same from every side, so a turn can wait. */
record BlurStep(Blur blur) implements Step {
    /** A wide blur of 8 bits holds pictures of 16 bits on the way. */
    private static final int WORKING_COPIES = 3;

    @Override
    public void foresee(Forecast forecast) {
        forecast.limitReduction(1);
        forecast.make(forecast.stored());
        forecast.workOn(WORKING_COPIES * forecast.stored().pixels());
    }

    @Override
    public Picture apply(Picture picture) {
        return picture.withPixels(picture.pixels().blur(blur.sigma()));
    }
}
