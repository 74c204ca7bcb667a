package dev.imagemill.transform.bench;

import dev.imagemill.contract.event.Lane;
import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The memory that sources may take while they are decoded and transformed, shared by everything in the worker. Who comes first
 * is served first, so that a large source is not passed over for ever by small ones. Of those that come from jobs only one at a time stands
 * in that line, so that who is waited for has at most one of them before him, and they have their turn between others.
 */
public final class MemoryBudget {
    /** Semaphores count in ints: a permit is this many bytes. */
    private static final int UNIT = 4096;

    private final int units;
    private final Semaphore free;
    private final Semaphore bulkTurn = new Semaphore(1, true);

    public MemoryBudget(long bytes) {
        this.units = units(bytes);
        this.free = new Semaphore(units, true);
    }

    /**
     * Waits until this much is free, and takes it.
     *
     * @throws ProblemException {@code too-much-memory} if it is more than there is at all, {@code out-of-memory-budget} if it was not
     *     free in time
     */
    Lease take(long bytes, Lane lane, Duration patience) throws InterruptedException {
        if (!fits(bytes)) {
            throw tooMuch(bytes).exception();
        }
        return switch (lane) {
            case INTERACTIVE -> takeUnits(units(bytes), patience);
            case BULK -> takeInTurn(units(bytes), patience);
        };
    }

    private Lease takeInTurn(int wanted, Duration patience) throws InterruptedException {
        long begun = System.nanoTime();
        if (!bulkTurn.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            throw Failures.outOfMemory().exception();
        }
        try {
            return takeUnits(wanted, patience.minusNanos(System.nanoTime() - begun));
        } finally {
            bulkTurn.release();
        }
    }

    /** Whether so much is free when nobody else holds anything. */
    boolean fits(long bytes) {
        return units(bytes) <= units;
    }

    /** Why something that does not fit cannot be made here, however long one waits. */
    Problem tooMuch(long bytes) {
        return Problem.of(
                ProblemType.TOO_MUCH_MEMORY,
                "this takes about " + bytes + " bytes of memory, and the worker has " + (long) units * UNIT
                        + " for all it works on");
    }

    /** Waits until nobody else holds anything, and takes everything. */
    Lease takeAll(Duration patience) throws InterruptedException {
        return takeUnits(units, patience);
    }

    private Lease takeUnits(int wanted, Duration patience) throws InterruptedException {
        if (!free.tryAcquire(wanted, patience.toNanos(), TimeUnit.NANOSECONDS)) {
            throw Failures.outOfMemory().exception();
        }
        return new Lease(wanted);
    }

    /** Bytes not taken at the moment. */
    public long freeBytes() {
        return (long) free.availablePermits() * UNIT;
    }

    private static int units(long bytes) {
        return Math.clamp(Math.ceilDiv(bytes, UNIT), 1, Integer.MAX_VALUE);
    }

    /** A share of the budget; given back once, by any thread. */
    final class Lease implements AutoCloseable {
        private final int taken;
        private final AtomicBoolean returned = new AtomicBoolean();

        private Lease(int taken) {
            this.taken = taken;
        }

        @Override
        public void close() {
            if (returned.compareAndSet(false, true)) {
                free.release(taken);
            }
        }
    }
}
