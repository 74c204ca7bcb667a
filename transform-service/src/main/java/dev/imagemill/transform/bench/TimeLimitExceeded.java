package dev.imagemill.transform.bench;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A task took longer than it may. */
final class TimeLimitExceeded extends StillRunning {
    TimeLimitExceeded(Duration limit, CompletableFuture<?> end) {
        super("took longer than " + limit.toMillis() + " ms", end);
    }
}
