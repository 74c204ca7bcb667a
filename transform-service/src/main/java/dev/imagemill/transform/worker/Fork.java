package dev.imagemill.transform.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The same work on each of some things, each on a virtual thread of its own. */
final class Fork {
    private Fork() {}

    /** Work that may fail in any way. */
    interface Work<T, R> {
        R on(T thing) throws Exception;
    }

    /**
     * Waits until all are done.
     *
     * @return the results, in the order of the things
     * @throws RuntimeException the first failure in that order, once all have ended
     */
    static <T, R> List<R> all(List<T> things, Work<T, R> work) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<R>> futures = new ArrayList<>(things.size());
            for (T thing : things) {
                futures.add(threads.submit(() -> work.on(thing)));
            }
            List<R> results = new ArrayList<>(things.size());
            for (Future<R> future : futures) {
                results.add(get(future));
            }
            return results;
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
