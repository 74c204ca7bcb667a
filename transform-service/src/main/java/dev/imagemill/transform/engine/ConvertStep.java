package dev.imagemill.transform.engine;

import dev.imagemill.contract.pipeline.Convert;

/** The operation {@code convert}: the same picture in another mode. */
record ConvertStep(Convert convert) implements Step {
    @Override
    public void foresee(Forecast forecast) {
        forecast.make(forecast.stored());
    }

    @Override
    public Picture apply(Picture picture) {
        return convert.mode() == picture.pixels().mode()
                ? picture
                : picture.withPixels(picture.pixels().convert(convert.mode()));
    }
}
