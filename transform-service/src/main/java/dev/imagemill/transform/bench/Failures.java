package dev.imagemill.transform.bench;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.platform.blobstore.BlobNotFound;
import dev.imagemill.platform.blobstore.BlobStoreUnavailable;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What went wrong with a source, as a problem: its type says whether the items fail for good or are to be tried again. */
public final class Failures {
    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    public static Problem problem(Throwable failure) {
        return switch (failure) {
            case ProblemException known -> known.problem();
            case BlobNotFound _ ->
                Problem.of(ProblemType.SOURCE_MISSING, "the source's bytes are not in object storage");
            case BlobStoreUnavailable _ ->
                Problem.of(ProblemType.STORAGE_UNAVAILABLE, "object storage did not answer the worker");
            case TimeLimitExceeded exceeded ->
                Problem.of(ProblemType.TIME_LIMIT_EXCEEDED, "the work " + exceeded.getMessage());
            case CancellationException _, InterruptedException _, StillRunning _ ->
                Problem.of(ProblemType.SHUTTING_DOWN, "the worker is stopping");
            case OutOfMemoryError _ -> outOfMemory();
            default -> unexpected(failure);
        };
    }

    static Problem outOfMemory() {
        return Problem.of(ProblemType.OUT_OF_MEMORY_BUDGET, "the worker has no memory to spare for this image");
    }

    private static Problem unexpected(Throwable failure) {
        log.error("a source failed unexpectedly", failure);
        return Problem.of(ProblemType.INTERNAL_ERROR, "the worker failed on this image for an unknown reason");
    }
}
