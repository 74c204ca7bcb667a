package dev.imagemill.benchmark.pillow;

import dev.imagemill.benchmark.process.ProcessClock;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageMemory;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** This process at a piece of work. */
final class Ours implements Side {
    private static final long BATCH_NANOS = 50_000_000;
    private static final int QUIET_BATCHES = 3;
    private static final long LONGEST_WARM_UP_NANOS = 2_000_000_000;
    private static final double STABLE = 0.97;

    private final ProcessClock clock;
    private final Work work;
    /** Where results are released to, or null to make each in new memory. */
    private final @Nullable ImageMemory memory;

    Ours(ProcessClock clock, Work work, @Nullable ImageMemory memory) {
        this.clock = clock;
        this.work = work;
        this.memory = memory;
    }

    @Override
    public Timing round(int repetitions) {
        return memory == null ? time(repetitions) : memory.use(() -> time(repetitions));
    }

    @SuppressWarnings("ReachabilityFenceUsage") // makes the compiler make every result
    private Timing time(int repetitions) {
        long wall = System.nanoTime();
        long cpu = clock.nanos();
        for (int i = 0; i < repetitions; i++) {
            Object result = work.run();
            Reference.reachabilityFence(result);
            if (memory != null && !(work instanceof Work.InPlace)) {
                release(result, memory);
            }
        }
        return new Timing(
                (double) (clock.nanos() - cpu) / repetitions, (double) (System.nanoTime() - wall) / repetitions);
    }

    private static void release(Object result, ImageMemory memory) {
        switch (result) {
            case Image image -> memory.release(image);
            case List<?> images -> images.forEach(image -> release(image, memory));
            // Images of Pillow's own modes are made in new arrays.
            default -> {}
        }
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
