package dev.imagemill.benchmark.pillow;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;

/** This process at a piece of work. */
final class Ours implements Side {
    private static final long BATCH_NANOS = 50_000_000;
    private static final int QUIET_BATCHES = 3;
    private static final long LONGEST_WARM_UP_NANOS = 2_000_000_000;
    private static final double STABLE = 0.97;

    private final ProcessClock clock;
    private final Work work;

    Ours(ProcessClock clock, Work work) {
        this.clock = clock;
        this.work = work;
    }

    @Override
    @SuppressWarnings("ReachabilityFenceUsage") // makes the compiler make every result
    public Timing round(int repetitions) {
        long wall = System.nanoTime();
        long cpu = clock.nanos();
        for (int i = 0; i < repetitions; i++) {
            Reference.reachabilityFence(work.run());
        }
        return new Timing(
                (double) (clock.nanos() - cpu) / repetitions, (double) (System.nanoTime() - wall) / repetitions);
    }

    /** Repeats the work until, three batches in a row, the compiler rested and none was faster than the best before, or for two seconds. */
    void warmUp() {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        long start = System.nanoTime();
        double best = Double.POSITIVE_INFINITY;
        int quiet = 0;
        while (quiet < QUIET_BATCHES && System.nanoTime() - start < LONGEST_WARM_UP_NANOS) {
            long compiled = compiler.getTotalCompilationTime();
            double time = batch();
            boolean busy = time < best * STABLE || compiler.getTotalCompilationTime() - compiled > 1;
            quiet = busy ? 0 : quiet + 1;
            best = Math.min(best, time);
        }
    }

    private double batch() {
        long start = System.nanoTime();
        int repetitions = 0;
        double cpu = 0;
        while (System.nanoTime() - start < BATCH_NANOS) {
            cpu += round(1).cpu();
            repetitions++;
        }
        return cpu / repetitions;
    }
}
