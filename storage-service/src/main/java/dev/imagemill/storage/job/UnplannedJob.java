package dev.imagemill.storage.job;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job whose selection is not expanded whole, and whose row this transaction holds.
 *
 * @param position how far it is expanded
 * @param traceparent the trace in which it was made, or null
 */
record UnplannedJob(
        UUID id,
        @Nullable String preset,
        String renditions,
        Job.SelectionKind selection,
        @Nullable String namePrefix,
        long bound,
        Position position,
        Instant createdAt,
        @Nullable String traceparent) {

    /**
     * The last image that was expanded, in the order of the selection.
     *
     * @param seq its {@code seq}; in a selection by ids, how many of the ids are expanded
     * @param name its name
     * @param id its id
     */
    record Position(long seq, String name, UUID id) {}
}
