package dev.imagemill.transform.admission;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The places at which requests are worked on, and the line before them, in which who comes first is served first. */
public final class Admission {
    private final Semaphore places;
    private final int most;
    private final int line;
    private final Duration patience;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Counter turnedAway;

    /**
     * @param places requests that are worked on at a time
     * @param line requests that may wait
     * @param patience how long one waits
     */
    public Admission(int places, int line, Duration patience, MeterRegistry registry) {
        this.places = new Semaphore(places, true);
        this.most = places;
        this.line = line;
        this.patience = patience;
        this.turnedAway = registry.counter("imagemill.transform.requests.turned-away");
        registry.gauge("imagemill.transform.requests.working", this, Admission::working);
        registry.gauge("imagemill.transform.requests.waiting", waiting);
    }

    /**
     * Works at a place, after a wait if need be. Whoever is interrupted gives up his place, also that in the line.
     *
     * @throws ProblemException {@code too-many-requests} if the line is full, or nothing became free in time
     */
    public <T> T work(Callable<T> work) throws Exception {
        enter();
        try {
            return work.call();
        } finally {
            places.release();
        }
    }

    /** Turns a request away before its body is read, if there would be no place for it. */
    public void requireRoom() {
        if (places.availablePermits() == 0 && waiting.get() >= line) {
            throw busy();
        }
    }

    /** Places that are taken. */
    public int working() {
        return most - places.availablePermits();
    }

    private void enter() throws InterruptedException {
        if (places.tryAcquire(0, TimeUnit.NANOSECONDS)) {
            return;
        }
        if (waiting.incrementAndGet() > line) {
            waiting.decrementAndGet();
            throw busy();
        }
        try {
            if (!places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw busy();
            }
        } finally {
            waiting.decrementAndGet();
        }
    }

    private ProblemException busy() {
        turnedAway.increment();
        return Problem.of(
                        ProblemType.TOO_MANY_REQUESTS,
                        "as many requests are worked on and wait as may; send this one again later")
                .exception();
    }
}
