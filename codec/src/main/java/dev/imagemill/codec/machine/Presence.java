package dev.imagemill.codec.machine;

/**
 * Whether the machine has a library that can be used.
 *
 * @param <L> the library
 */
public sealed interface Presence<L> {
    /** It has. */
    record Loaded<L>(L library) implements Presence<L> {}

    /**
     * It has not.
     *
     * @param reason in the words of whoever refused it
     */
    record Absent<L>(String reason) implements Presence<L> {}
}
