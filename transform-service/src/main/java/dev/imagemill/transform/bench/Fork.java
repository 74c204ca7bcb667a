package dev.imagemill.transform.bench;

import dev.imagemill.platform.trace.Carried;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The same work on each of some things: a single one by the caller, several on a virtual thread each. */
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
        if (things.size() == 1) {
            return List.of(get(() -> work.on(things.getFirst())));
        }
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
                results.add(get(() -> result(future)));
            }
            return results;
        } catch (InterruptedException e) {
            threads.shutdownNow();
            throw e;
        }
    }

    private static <R> R result(Future<R> future) throws Exception {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof Exception exception ? exception : e;
        }
    }

    private static <R> R get(Callable<R> result) throws InterruptedException {
        try {
            return result.call();
        } catch (RuntimeException | InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
