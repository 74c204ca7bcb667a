package dev.imagemill.transform.admission;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.platform.connection.ClientConnection;
import java.io.EOFException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Work that clients wait for: done once for all who want the same at the same time, and given up when the last of them has gone away. Each
 * piece of work has a virtual thread of its own.
 *
 * @param <K> what is wanted
 * @param <V> what comes of it; every client gets the same
 */
public final class SharedWork<K, V> {
    private static final Duration LOOK_AFTER_CLIENT = Duration.ofMillis(200);

    private final Map<K, Task> tasks = new HashMap<>();

    /**
     * Waits for the work, begun by this call or by another.
     *
     * @throws RuntimeException what the work threw
     * @throws UncheckedIOException if the client has gone away
     */
    public V call(K key, ClientConnection client, Callable<V> work) {
        Task task = join(key, work);
        try {
            return await(task, client);
        } catch (ExecutionException e) {
            throw unchecked(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(
                    Problem.of(ProblemType.SHUTTING_DOWN, "the service is stopping; send the request again"), e);
        } finally {
            leave(key, task);
        }
    }

    private V await(Task task, ClientConnection client) throws ExecutionException, InterruptedException {
        while (true) {
            try {
                return task.result.get(LOOK_AFTER_CLIENT.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                if (client.isGone()) {
                    throw new UncheckedIOException(new EOFException("the client has gone away"));
                }
            }
        }
    }

    private synchronized Task join(K key, Callable<V> work) {
        Task task = tasks.computeIfAbsent(key, _ -> new Task(work));
        task.clients++;
        return task;
    }

    /** Who comes after the last has left begins anew: a result is not kept. */
    private synchronized void leave(K key, Task task) {
        if (--task.clients == 0) {
            tasks.remove(key, task);
            task.thread.interrupt();
        }
    }

    private static RuntimeException unchecked(ExecutionException failure) {
        return switch (failure.getCause()) {
            case RuntimeException unchecked -> unchecked;
            case Error error -> throw error;
            case InterruptedException stopped ->
                new ProblemException(Problem.of(ProblemType.SHUTTING_DOWN, "the service is stopping"), stopped);
            case null, default -> new IllegalStateException(failure);
        };
    }

    private final class Task {
        private final FutureTask<V> result;
        private final Thread thread;
        private int clients;

        Task(Callable<V> work) {
            result = new FutureTask<>(work);
            thread = Thread.ofVirtual().name("shared-work").start(result);
        }
    }
}
