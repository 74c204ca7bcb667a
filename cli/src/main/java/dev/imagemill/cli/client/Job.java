package dev.imagemill.cli.client;

import org.jspecify.annotations.Nullable;

/**
 * A job at one moment.
 *
 * @param state {@code QUEUED}, {@code RUNNING}, {@code COMPLETED}, ...
 * @param itemsPerSecond measured speed, 0 before the first result
 * @param secondsLeft estimate, null while there is none
 */
public record Job(
        String id,
        String state,
        Items items,
        double itemsPerSecond,
        @Nullable Double secondsLeft) {
    /**
     * Exact counts; an item is one rendition of one image.
     *
     * @param done stored
     * @param reused those of {@code done} that were there before and cost no decoding
     */
    public record Items(long total, long done, long failed, long running, long reused) {
        /** Items that nothing more will happen to. */
        public long finished() {
            return done + failed;
        }
    }

    /** Whether nothing more will happen to it. */
    public boolean isOver() {
        return state.equals("COMPLETED") || state.equals("CANCELLED");
    }
}
