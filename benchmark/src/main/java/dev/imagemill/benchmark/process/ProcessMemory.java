package dev.imagemill.benchmark.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Resident memory of a process of this user; Linux only. */
public record ProcessMemory(long pid) {
    private static final String NOW = "VmRSS:";
    private static final String PEAK = "VmHWM:";

    /** Lets the peak start again from what is resident now. */
    public void forget() throws IOException {
        Files.writeString(Path.of("/proc", String.valueOf(pid), "clear_refs"), "5");
    }

    /** The most since it was last asked to forget, in MiB. */
    public long peak() throws IOException {
        return read(PEAK) / 1024;
    }

    /** At this moment, in MiB. */
    public double now() throws IOException {
        return read(NOW) / 1024.0;
    }

    private long read(String name) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status"))) {
            if (line.startsWith(name)) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        throw new IOException("process " + pid + " has no " + name);
    }
}
