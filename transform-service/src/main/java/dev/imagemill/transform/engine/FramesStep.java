package dev.imagemill.transform.engine;

/** The operation {@code frames}: done already, when the frames to decode were chosen. */
record FramesStep() implements Step {
    @Override
    public void foresee(Forecast forecast) {}

    @Override
    public Picture apply(Picture picture) {
        return picture;
    }
}
