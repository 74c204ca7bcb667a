package dev.imagemill.transform.bench;

import dev.imagemill.codec.Stop;
import dev.imagemill.platform.trace.Carried;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A fixed number of platform threads that compute, each task with a time limit. Which of those that wait comes next, {@link TaskQueue}
 * says.
 *
 * <p>A task that passes its limit is stopped, as far as that is possible: not every native call can be. Until it ends it is abandoned: whoever waits for it is told, its
 * thread leaves the pool once it is done, and another thread takes its place at once. Too many abandoned threads at a time mean that the process should be
 * replaced; {@link #abandoned()} tells.
 */
public final class ComputePool implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ComputePool.class);
    private static final double NANOS_A_SECOND = 1e9;

    private final TaskQueue<Task<?>> queue = new TaskQueue<>();
    private final AtomicLong order = new AtomicLong();
    private final AtomicInteger threadNumber = new AtomicInteger();
    private final AtomicInteger abandoned = new AtomicInteger();
    private final LongAdder busyNanos = new LongAdder();
    private final int size;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    public ComputePool(int threads) {
        this.size = threads;
        for (int i = 0; i < threads; i++) {
            startThread();
        }
    }

    /** What is computed first when more waits than there are threads; the earlier constant goes first. */
    enum Urgency {
        /** A rendition somebody waits for. */
        INTERACTIVE_RENDITION,
        /** The decoding of a source somebody waits for. */
        INTERACTIVE_SOURCE,
        /** A rendition of a job: ahead of decoding, because it frees memory. */
        BULK_RENDITION,
        BULK_SOURCE
    }

    /**
     * Computes on one of the threads, and waits for it.
     *
     * @param limit counted from when a thread takes the task up
     * @throws TimeLimitExceeded if it took longer; the task goes on, and the exception tells when it ends
     * @throws StillRunning if the caller is interrupted while the task runs; the same
     * @throws InterruptedException if the caller is interrupted before; the task will never run
     */
    <T> T run(Urgency urgency, Duration limit, Callable<T> work) throws InterruptedException {
        Task<T> task =
                new Task<>(urgency, order.getAndIncrement(), Carried.along().to(work));
        if (closed) {
            throw new CancellationException("the pool is closed");
        }
        queue.add(task);
        try {
            return await(task, limit);
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } catch (InterruptedException e) {
            if (queue.remove(task)) {
                throw e;
            }
            Thread.startVirtualThread(() -> outlast(task, limit));
            throw new StillRunning("nobody waits for the result any more", task.result);
        }
    }

    /** Waits for the result only: the limit counts from when the task is taken up, and waiting for that too would wake the caller twice. */
    private <T> T await(Task<T> task, Duration limit) throws InterruptedException, ExecutionException {
        for (long left = limit.toNanos(); left > 0; left = task.left(limit)) {
            try {
                return task.result.get(left, TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                log.trace("a task has not ended after {} ns", left);
            }
        }
        return abandon(task, limit);
    }

    /** Waits for a task whose caller does not: its limit holds all the same. */
    private void outlast(Task<?> task, Duration limit) {
        try {
            task.result.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            giveUp(task, limit);
        } catch (ExecutionException | InterruptedException e) {
            log.debug("a task that nobody waited for has failed", e);
        }
    }

    /** Number of tasks that passed their limit and still run. */
    public int abandoned() {
        return abandoned.get();
    }

    /** Number of threads. */
    int size() {
        return size;
    }

    /** Seconds that threads have spent on tasks, all together; a task counts once it has ended. */
    public double busySeconds() {
        return busyNanos.sum() / NANOS_A_SECOND;
    }

    /** Number of tasks that wait for a thread. */
    int waiting() {
        return queue.size();
    }

    /** Lets tasks end that are running, and fails those that wait. */
    @Override
    public void close() {
        closed = true;
        queue.removeAll()
                .forEach(task -> task.result.completeExceptionally(new CancellationException("the pool is closed")));
        threads.forEach(Thread::interrupt);
    }

    private <T> T abandon(Task<T> task, Duration limit) {
        if (!giveUp(task, limit)) {
            return task.result.join();
        }
        throw new TimeLimitExceeded(limit, task.result);
    }

    /** Puts another thread in the place of the one that is busy with this task; false if the task has ended meanwhile. */
    private boolean giveUp(Task<?> task, Duration limit) {
        if (!task.abandon()) {
            return false;
        }
        log.warn("a task passed its limit of {} and was abandoned, {} in all", limit, abandoned.incrementAndGet());
        var unused = task.result.whenComplete((_, _) -> abandoned.decrementAndGet());
        startThread();
        task.stop.now();
        return true;
    }

    private void startThread() {
        Thread thread = Thread.ofPlatform()
                .name("transform-compute-" + threadNumber.incrementAndGet())
                .daemon()
                .unstarted(this::work);
        threads.add(thread);
        thread.start();
    }

    private void work() {
        try {
            while (!closed) {
                Task<?> task = queue.take();
                long begun = System.nanoTime();
                boolean inTime = task.run();
                busyNanos.add(System.nanoTime() - begun);
                if (!inTime) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            threads.remove(Thread.currentThread());
        }
    }

    /** The exceptions of the work itself, as if it had been called directly. */
    private static RuntimeException unwrapped(ExecutionException failure) {
        return switch (failure.getCause()) {
            case RuntimeException unchecked -> unchecked;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(failure);
        };
    }

    private static final class Task<T> implements TaskQueue.Waiting, Comparable<Task<?>> {
        private enum State {
            OPEN,
            DONE,
            ABANDONED
        }

        private final Urgency urgency;
        private final long order;
        private final Callable<T> work;
        private final CompletableFuture<T> result = new CompletableFuture<>();
        private final Stop stop = new Stop();
        /** Of the system's clock; empty until a thread takes the task up. */
        private volatile OptionalLong begun = OptionalLong.empty();

        private State state = State.OPEN;

        Task(Urgency urgency, long order, Callable<T> work) {
            this.urgency = urgency;
            this.order = order;
            this.work = work;
        }

        /** Whether the task was in time, so that its thread belongs to the pool still. */
        boolean run() {
            begun = OptionalLong.of(System.nanoTime());
            try {
                T value = stop.during(work);
                boolean inTime = finish();
                result.complete(value);
                return inTime;
            } catch (Throwable failure) { // whatever it is, it belongs to whoever waits
                boolean inTime = finish();
                result.completeExceptionally(failure);
                return inTime;
            }
        }

        /** Nanoseconds until the task passes its limit. */
        long left(Duration limit) {
            OptionalLong since = begun;
            return since.isEmpty() ? limit.toNanos() : limit.toNanos() - (System.nanoTime() - since.getAsLong());
        }

        private synchronized boolean finish() {
            if (state == State.OPEN) {
                state = State.DONE;
            }
            return state == State.DONE;
        }

        /** Whether the task was still running. */
        synchronized boolean abandon() {
            if (state == State.OPEN) {
                state = State.ABANDONED;
            }
            return state == State.ABANDONED;
        }

        @Override
        public boolean isInteractive() {
            return urgency == Urgency.INTERACTIVE_RENDITION || urgency == Urgency.INTERACTIVE_SOURCE;
        }

        @Override
        public int compareTo(Task<?> other) {
            int byUrgency = urgency.compareTo(other.urgency);
            return byUrgency != 0 ? byUrgency : Long.compare(order, other.order);
        }
    }
}
