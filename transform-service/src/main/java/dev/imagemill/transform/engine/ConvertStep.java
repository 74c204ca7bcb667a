package dev.imagemill.transform.engine;

import dev.imagemill.contract.pipeline.Convert;

/** The operation {@code convert}: the same picture in another mode. A planar one is not made of a reduced picture, whose size may be odd. */
record ConvertStep(Convert convert) implements Step {
    @Override
    public void foresee(Forecast forecast) {
        if (convert.mode().planar()) {
            forecast.limitReduction(1);
        }
        forecast.make(forecast.stored());
    }

    @Override
    public Picture apply(Picture picture) {
        convert.resultSize(picture.turnedSize());
        return convert.mode() == picture.pixels().mode()
                ? picture
                : picture.withPixels(picture.pixels().convert(convert.mode()));
    }
}
