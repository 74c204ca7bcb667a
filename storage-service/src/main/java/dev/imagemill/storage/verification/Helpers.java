package dev.imagemill.storage.verification;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Some threads for requests to the bucket, so many at a time and no longer line of waiting ones. The first failure is everybody's. */
final class Helpers implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final int number;
    private final Semaphore free;
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    Helpers(int number) {
        this.number = number;
        this.free = new Semaphore(number);
    }

    /** Has it done by one of them, as soon as one is free. Throws what went wrong with an earlier task. */
    void run(Runnable task) {
        throwFailure();
        free.acquireUninterruptibly();
        threads.execute(() -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                failure.compareAndSet(null, e);
            } finally {
                free.release();
            }
        });
    }

    /** Waits until all is done. Throws what went wrong. */
    void await() {
        free.acquireUninterruptibly(number);
        free.release(number);
        throwFailure();
    }

    private void throwFailure() {
        RuntimeException first = failure.get();
        if (first != null) {
            throw first;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
