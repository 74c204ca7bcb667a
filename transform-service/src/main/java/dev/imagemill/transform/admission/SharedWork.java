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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that clients wait for: done once for all who want the same at the same time, and given up when the last of them has gone away before
 * there was a result. Each piece of work has a virtual thread of its own.
 *
 * @param <K> what is wanted
 * @param <V> what comes of it; every client gets the same
 */
public final class SharedWork<K, V> {
    private static final Logger LOG = LoggerFactory.getLogger(SharedWork.class);
    private static final Duration LOOK_AFTER_CLIENT = Duration.ofMillis(200);

    private final Map<K, Task> tasks = new HashMap<>();

    /**
     * Work that may hand its result out before it is done. Until it is done, whoever wants the same gets that result.
     *
     * @param <V> what comes of it
     */
    public interface Work<V> {
        /** The result, handed to {@code early} before or not. */
        V call(Consumer<V> early) throws Exception;
    }

    /** As {@link #call(Object, ClientConnection, Work)}, for work whose result is its end. */
    public V call(K key, ClientConnection client, Callable<V> work) {
        return call(key, client, _ -> work.call());
    }

    /**
     * Waits for the result of the work, begun by this call or by another.
     *
     * @throws RuntimeException what the work threw
     * @throws UncheckedIOException if the client has gone away
     */
    public V call(K key, ClientConnection client, Work<V> work) {
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

    private synchronized Task join(K key, Work<V> work) {
        Task task = tasks.computeIfAbsent(key, _ -> new Task(key, work));
        task.clients++;
        return task;
    }

    /** Who comes after the last has left in vain begins anew. */
    private synchronized void leave(K key, Task task) {
        if (--task.clients == 0 && !task.result.isDone()) {
            tasks.remove(key, task);
            task.thread.interrupt();
        }
    }

    /** Hands out a result. Work whose last client has just left is interrupted before this or not at all. */
    private synchronized void complete(Task task, V value) {
        task.result.complete(value);
    }

    /** Who comes after the end begins anew: a result is not kept. */
    private synchronized void end(K key, Task task) {
        tasks.remove(key, task);
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
        private final CompletableFuture<V> result = new CompletableFuture<>();
        private final Thread thread;
        private int clients;

        Task(K key, Work<V> work) {
            thread = Thread.ofVirtual().name("shared-work").start(() -> run(key, work));
        }

        private void run(K key, Work<V> work) {
            try {
                complete(this, work.call(value -> complete(this, value)));
            } catch (Throwable failure) { // whatever it is, it belongs to whoever waits
                if (!result.completeExceptionally(failure)) {
                    LOG.warn("work failed after its result had been handed out", failure);
                }
            } finally {
                end(key, this);
            }
        }
    }
}
