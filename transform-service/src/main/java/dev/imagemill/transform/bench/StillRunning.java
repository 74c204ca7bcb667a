package dev.imagemill.transform.bench;

import java.util.concurrent.CompletableFuture;

/** Nobody waits for a task any more. It still runs, and nothing it holds may be given away before it ends. */
sealed class StillRunning extends RuntimeException permits TimeLimitExceeded {
    private final transient CompletableFuture<?> end;

    StillRunning(String message, CompletableFuture<?> end) {
        super(message);
        this.end = end;
    }

    /** Completes when the task ends after all. */
    CompletableFuture<?> end() {
        return end;
    }
}
