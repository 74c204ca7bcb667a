package dev.imagemill.transform.rendition;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * How often something that can fail for a passing reason is tried in place.
 *
 * @param attempts in all, at least 1
 * @param delay before the second attempt, doubled for each further one
 */
public record Patience(int attempts, Duration delay) {
    private static final int MOST_DOUBLINGS = 6;

    /** Calls until it succeeds, fails for another reason, or has failed {@code attempts} times; then the last failure is thrown. */
    <T> T call(Class<? extends RuntimeException> passing, Supplier<T> work) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                if (!passing.isInstance(e) || attempt >= attempts) {
                    throw e;
                }
                Thread.sleep(delay.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS)));
            }
        }
    }
}
