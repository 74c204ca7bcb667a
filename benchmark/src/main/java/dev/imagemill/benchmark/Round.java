package dev.imagemill.benchmark;

import java.util.List;

/**
 * What one side used in one round, and what it made.
 *
 * @param cpuMillis milliseconds of CPU per repetition, all threads of the process
 * @param outputs the renditions of the last repetition
 */
record Round(double cpuMillis, List<byte[]> outputs) {
    long outputBytes() {
        return outputs.stream().mapToLong(output -> output.length).sum();
    }
}
