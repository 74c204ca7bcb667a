package dev.imagemill.benchmark;

/**
 * What one side used in one round.
 *
 * @param cpuMillis milliseconds of CPU per repetition, all threads of the process
 * @param outputBytes of all renditions of one repetition
 */
record Round(double cpuMillis, long outputBytes) {}
