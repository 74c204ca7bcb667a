package dev.imagemill.transform.engine;

import dev.imagemill.imageop.Image;

/** The operation {@code clip}: components within the intervals of their mode, which all values are already unless the mode is planar. */
record ClipStep() implements Step {
    @Override
    public void foresee(Forecast forecast) {
        forecast.make(forecast.stored());
    }

    @Override
    public Picture apply(Picture picture) {
        if (!picture.pixels().mode().planar()) {
            return picture;
        }
        Image clipped = picture.pixels().copy();
        clipped.clip();
        return picture.withPixels(clipped);
    }
}
