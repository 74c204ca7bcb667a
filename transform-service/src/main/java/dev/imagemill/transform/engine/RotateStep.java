package dev.imagemill.transform.engine;

import dev.imagemill.contract.pipeline.Rotate;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.Mode;

/** The operation {@code rotate} by an angle that is not a quarter: interpolated, on a background that shows in the corners. */
record RotateStep(Rotate rotate) implements Step {
    @Override
    public void foresee(Forecast forecast) {
        forecast.limitReduction(1);
        forecast.finishTurn();
        forecast.become(rotate.resultSize(forecast.stored()));
    }

    @Override
    public Picture apply(Picture picture) {
        Image pixels = picture.finish();
        Mode mode = Mount.holding(pixels.mode(), rotate.background());
        Image content = mode == pixels.mode() ? pixels : pixels.convert(mode);
        Image rotated = content.rotate(rotate.degrees(), Mount.components(rotate.background(), mode));
        return picture.finishedAs(rotated);
    }
}
