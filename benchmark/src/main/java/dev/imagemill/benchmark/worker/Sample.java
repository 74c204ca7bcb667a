package dev.imagemill.benchmark.worker;

import dev.imagemill.benchmark.process.MachineTime;

/**
 * One moment of a job.
 *
 * @param seconds since it began
 * @param images that are done
 * @param busySeconds that the worker's threads for pixels were at work up to then, all together
 * @param cpuSeconds that the worker's process had used
 * @param machine what the machine's processors had done
 * @param resident memory of the worker, in MiB
 * @param heap what Java's heap takes of it, in MiB
 */
record Sample(
        double seconds,
        long images,
        double busySeconds,
        double cpuSeconds,
        MachineTime machine,
        double resident,
        double heap) {
    /** Share of the time since an earlier moment in which so many threads were at work. */
    double busySince(Sample before, int threads) {
        return (busySeconds - before.busySeconds) / (seconds - before.seconds) / threads;
    }

    /** Share of so many processors that the process used since an earlier moment. */
    double cpuSince(Sample before, int processors) {
        return (cpuSeconds - before.cpuSeconds) / (seconds - before.seconds) / processors;
    }
}
