package dev.imagemill.transform.engine;

/** The operations {@code autorotate}, {@code rotate} and {@code flip}: noted, not done, until the picture is finished. */
final class TurnStep {
    private TurnStep() {}

    /** Honours the EXIF orientation once; a second time it has no effect. */
    static Picture autorotate(Picture picture) {
        return picture.withTurn(picture.turn().then(Turn.ofExif(picture.orientation())), 1);
    }

    static Picture turn(Picture picture, Turn turn) {
        return picture.withTurn(picture.turn().then(turn), picture.orientation());
    }
}
