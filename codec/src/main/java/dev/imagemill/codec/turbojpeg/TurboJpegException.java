package dev.imagemill.codec.turbojpeg;

/** A picture that TurboJPEG did not read or write, with the library's own words, which are for people and never for decisions. */
public final class TurboJpegException extends RuntimeException {
    private final Stage stage;
    private final boolean warning;

    TurboJpegException(Stage stage, boolean warning, String message) {
        super(message);
        this.stage = stage;
        this.warning = warning;
    }

    /** What was being done. */
    public Stage stage() {
        return stage;
    }

    /** Whether the library could have gone on, with pixels made up or left grey. */
    public boolean isWarning() {
        return warning;
    }

    /** A step in reading or writing a JPEG. */
    public enum Stage {
        HEADER,
        PIXELS,
        COMPRESSION
    }
}
