package dev.imagemill.benchmark.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** CPU time of a process, all its threads, in hundredths of a second; Linux only. */
public record ProcessTime(long pid) {
    private static final double TICKS_A_SECOND = 100;
    /** Places of user's and system's time among the words behind the command's closing bracket. */
    private static final int USER = 11;

    private static final int SYSTEM = 12;

    /** Seconds since it began. */
    public double seconds() throws IOException {
        String line = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
        String[] words = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(words[USER]) + Long.parseLong(words[SYSTEM])) / TICKS_A_SECOND;
    }
}
