package dev.imagemill.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most resident memory that a process of this user has had since it was last asked to forget; Linux only. */
record ProcessMemory(long pid) {
    private static final String PEAK = "VmHWM:";

    /** Starts again from what is resident now. */
    void forget() throws IOException {
        Files.writeString(Path.of("/proc", String.valueOf(pid), "clear_refs"), "5");
    }

    /** In MiB. */
    long peak() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status"))) {
            if (line.startsWith(PEAK)) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        throw new IOException("process " + pid + " has no " + PEAK);
    }
}
