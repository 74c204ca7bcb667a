package dev.imagemill.transform.worker;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A task took longer than it may. It still runs, and nothing it holds may be given away before it ends. */
final class TimeLimitExceeded extends RuntimeException {
    private final transient CompletableFuture<?> end;

    TimeLimitExceeded(Duration limit, CompletableFuture<?> end) {
        super("took longer than " + limit.toMillis() + " ms");
        this.end = end;
    }

    /** Completes when the task ends after all. */
    CompletableFuture<?> end() {
        return end;
    }
}
