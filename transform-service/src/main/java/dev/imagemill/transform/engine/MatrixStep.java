package dev.imagemill.transform.engine;

import dev.imagemill.contract.pipeline.Matrix;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.Mode;

/** The operation {@code matrix}: colours as weighted sums of colours. */
record MatrixStep(Matrix matrix) implements Step {
    @Override
    public void foresee(Forecast forecast) {
        forecast.limitReduction(1);
        forecast.make(forecast.stored());
    }

    @Override
    public Picture apply(Picture picture) {
        Image pixels = picture.pixels();
        Light.require(pixels, matrix.op());
        Mode coloured = Light.coloured(pixels.mode());
        Image content = coloured == pixels.mode() ? pixels : pixels.convert(coloured);
        return picture.withPixels(content.mix(
                matrix.values().stream().mapToDouble(Double::doubleValue).toArray()));
    }
}
