package dev.imagemill.benchmark.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the processors did since the machine started, in ticks; Linux only.
 *
 * @param idle with nothing to do, or waiting for a disk
 * @param all altogether
 */
public record MachineTime(long idle, long all) {
    private static final int IDLE = 3;
    private static final int WAITING_FOR_DISK = 4;
    /** Time of guests, which follows, is counted as user's already. */
    private static final int FIELDS = 8;

    /** Up to now. */
    public static MachineTime now() throws IOException {
        String line = Files.readAllLines(Path.of("/proc/stat")).getFirst();
        List<Long> ticks = Stream.of(line.replaceFirst("cpu +", "").split(" ", -1))
                .limit(FIELDS)
                .map(Long::valueOf)
                .toList();
        return new MachineTime(
                ticks.get(IDLE) + ticks.get(WAITING_FOR_DISK),
                ticks.stream().mapToLong(Long::longValue).sum());
    }

    /** Share of the time since an earlier moment in which processors were idle. */
    public double idleSince(MachineTime before) {
        return (double) (idle - before.idle) / Math.max(1, all - before.all);
    }
}
