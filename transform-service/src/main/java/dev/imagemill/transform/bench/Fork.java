package dev.imagemill.transform.bench;

import dev.imagemill.platform.trace.Carried;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The same work on each of some things, each on a virtual thread of its own. */
public final class Fork {
    private Fork() {}

    /** Work that may fail in any way. */
    public interface Work<T, R> {
        R on(T thing) throws Exception;
    }

    /**
     * Waits until all are done.
     *
     * @return the results, in the order of the things
     * @throws RuntimeException the first failure in that order, once all have ended
     */
    public static <T, R> List<R> all(List<T> things, Work<T, R> work) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<R>> futures = new ArrayList<>(things.size());
            Carried carried = Carried.along();
            for (T thing : things) {
                futures.add(threads.submit(carried.to(() -> work.on(thing))));
            }
            return join(futures, threads);
        }
    }

    /** A caller who is interrupted has his threads interrupted, so that they end soon. */
    private static <R> List<R> join(List<Future<R>> futures, ExecutorService threads) throws InterruptedException {
        try {
            List<R> results = new ArrayList<>(futures.size());
            for (Future<R> future : futures) {
                results.add(get(future));
            }
            return results;
        } catch (InterruptedException e) {
            threads.shutdownNow();
            throw e;
        }
    }

    private static <R> R get(Future<R> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException unchecked -> throw unchecked;
                case Error error -> throw error;
                case InterruptedException interrupted -> throw interrupted;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
