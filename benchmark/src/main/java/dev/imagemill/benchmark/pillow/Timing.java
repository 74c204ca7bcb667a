package dev.imagemill.benchmark.pillow;

/**
 * What one repetition took.
 *
 * @param cpu nanoseconds of CPU time, all threads of the process
 * @param wall nanoseconds by the clock on the wall
 */
record Timing(double cpu, double wall) {
    /** The lower of each. */
    Timing best(Timing other) {
        return new Timing(Math.min(cpu, other.cpu), Math.min(wall, other.wall));
    }
}
