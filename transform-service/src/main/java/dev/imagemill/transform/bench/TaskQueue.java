package dev.imagemill.transform.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Tasks that wait for a thread. One that somebody waits for goes before one of a job, but not for ever: while both wait, after {@value
 * #MOST_IN_A_ROW} of the first kind comes one of the second, so that jobs keep a fifth of the tasks however many
 * people wait.
 *
 * @param <T> a task; the lesser one goes first among those of its kind
 */
final class TaskQueue<T extends TaskQueue.Waiting & Comparable<? super T>> {
    private static final int MOST_IN_A_ROW = 4;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final PriorityQueue<T> interactive = new PriorityQueue<>();
    private final PriorityQueue<T> bulk = new PriorityQueue<>();
    private int inARow;

    /** Something that waits. */
    interface Waiting {
        /** Whether somebody waits for it, too. */
        boolean isInteractive();
    }

    void add(T task) {
        lock.lock();
        try {
            lane(task).add(task);
            filled.signal();
        } finally {
            lock.unlock();
        }
    }

    /** The next one, waiting until there is any. */
    T take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (interactive.isEmpty() && bulk.isEmpty()) {
                filled.await();
            }
            return next();
        } finally {
            lock.unlock();
        }
    }

    private T next() {
        boolean isBulksTurn = interactive.isEmpty() || (inARow >= MOST_IN_A_ROW && !bulk.isEmpty());
        inARow = isBulksTurn ? 0 : inARow + 1;
        return isBulksTurn ? bulk.remove() : interactive.remove();
    }

    /** Takes one out; false if it was taken before. */
    boolean remove(T task) {
        lock.lock();
        try {
            return lane(task).remove(task);
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return interactive.size() + bulk.size();
        } finally {
            lock.unlock();
        }
    }

    /** Takes all out. */
    List<T> removeAll() {
        lock.lock();
        try {
            List<T> all = new ArrayList<>(interactive);
            all.addAll(bulk);
            interactive.clear();
            bulk.clear();
            return all;
        } finally {
            lock.unlock();
        }
    }

    private PriorityQueue<T> lane(T task) {
        return task.isInteractive() ? interactive : bulk;
    }
}
