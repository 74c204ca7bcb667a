package dev.imagemill.codec.turbojpeg;

/** Whether the machine has a TurboJPEG library that can be used. */
public sealed interface Presence {
    /** It has. */
    record Loaded(TurboJpeg library) implements Presence {}

    /**
     * It has not.
     *
     * @param reason in the words of whoever refused it
     */
    record Absent(String reason) implements Presence {}
}
