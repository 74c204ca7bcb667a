package dev.imagemill.benchmark.peer;

import java.util.List;

/**
 * What one side used in one round, and what it made.
 *
 * @param cpuMillis milliseconds of CPU per repetition, all threads of the process
 * @param wallMillis milliseconds on the clock per repetition
 * @param outputs the renditions of the last repetition
 */
record Round(double cpuMillis, double wallMillis, List<byte[]> outputs) {
    long outputBytes() {
        return outputs.stream().mapToLong(output -> output.length).sum();
    }

    double perSecond() {
        return 1e3 / wallMillis;
    }
}
