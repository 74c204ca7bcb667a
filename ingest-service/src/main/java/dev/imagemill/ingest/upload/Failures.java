package dev.imagemill.ingest.upload;

import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import java.util.concurrent.ExecutionException;

/** What to throw when work on another thread failed. */
final class Failures {
    private Failures() {}

    /** What the work threw, which was unchecked. */
    static RuntimeException unchecked(ExecutionException e) {
        return switch (e.getCause()) {
            case RuntimeException unchecked -> unchecked;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(e);
        };
    }

    /** Says that this thread was interrupted, which only happens when the service stops. */
    static ProblemException stopping() {
        Thread.currentThread().interrupt();
        return new ProblemException(ProblemType.SHUTTING_DOWN, "The service is stopping; send the upload again");
    }
}
