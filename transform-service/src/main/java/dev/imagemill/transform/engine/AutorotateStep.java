package dev.imagemill.transform.engine;

/** The operation {@code autorotate}: the EXIF orientation noted as a turn, once; a second time it has no effect. */
record AutorotateStep() implements Step {
    @Override
    public void foresee(Forecast forecast) {
        forecast.autorotate();
    }

    @Override
    public Picture apply(Picture picture) {
        return picture.withTurn(picture.turn().then(Turn.ofExif(picture.orientation())), 1);
    }
}
