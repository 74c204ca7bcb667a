package dev.imagemill.contract.event;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job has no item left to do.
 *
 * @param jobId the job
 * @param preset the preset it was submitted with, or null
 * @param total number of items
 * @param done items whose rendition is ready
 * @param failed items whose rendition cannot be made; {@code done + failed = total}
 * @param submittedAt when it was submitted
 * @param completedAt when its last item ended
 */
public record JobCompleted(
        UUID jobId,
        @Nullable String preset,
        long total,
        long done,
        long failed,
        Instant submittedAt,
        Instant completedAt)
        implements EventData {

    public JobCompleted {
        requireNonNull(jobId, "jobId is null");
        Require.atLeast(0, total, "total");
        Require.atLeast(0, done, "done");
        Require.atLeast(0, failed, "failed");
        requireNonNull(submittedAt, "submittedAt is null");
        requireNonNull(completedAt, "completedAt is null");
    }

    @Override
    public EventType type() {
        return EventType.JOB_COMPLETED;
    }

    /** The job's id. */
    @Override
    public String key() {
        return jobId.toString();
    }
}
