package dev.imagemill.ingest.receive;

import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets a bounded number of uploads in at a time, in the order in which they came. */
final class Turnstile {
    private final Semaphore places;
    private final Duration maxWait;

    Turnstile(int places, Duration maxWait) {
        this.places = new Semaphore(places, true);
        this.maxWait = maxWait;
    }

    /** Waits for a place; throws {@code service-busy} if none becomes free in time. */
    Place enter() {
        try {
            if (places.tryAcquire(maxWait.toNanos(), TimeUnit.NANOSECONDS)) {
                return places::release;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ProblemException(
                ProblemType.SERVICE_BUSY,
                "As many uploads as may run at a time are running; send this one again later");
    }

    /** A place taken, until it is closed. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }
}
