package dev.imagemill.transform.engine;

import dev.imagemill.contract.pipeline.Slice;

/** The operation {@code slice}: the selected columns and rows, nothing averaged. */
record SliceStep(Slice slice) implements Step {
    @Override
    public void foresee(Forecast forecast) {
        forecast.limitReduction(1);
        forecast.finishTurn();
        forecast.become(slice.resultSize(forecast.stored()));
    }

    @Override
    public Picture apply(Picture picture) {
        slice.resultSize(picture.turnedSize());
        return picture.finishedAs(picture.finish().slice(slice.x(), slice.y()));
    }
}
