package dev.imagemill.transform.engine;

/** The operations {@code rotate} and {@code flip}: noted, not done, until the picture is finished. */
record TurnStep(Turn turn) implements Step {
    @Override
    public void foresee(Forecast forecast) {
        forecast.turn(turn);
    }

    @Override
    public Picture apply(Picture picture) {
        return picture.withTurn(picture.turn().then(turn), picture.orientation());
    }
}
