package dev.imagemill.imageop;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts what a task allocates on the heap. */
public final class Allocation {
    private static final int RUNS = 20;

    private Allocation() {}

    /** Bytes that the task allocates in this thread: the least of some runs, since the first ones load and link classes. */
    public static long of(Runnable task) {
        return of(task, RUNS);
    }

    /** The same, the least of {@code runs} runs. */
    static long of(Runnable task, int runs) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < runs; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            task.run();
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
