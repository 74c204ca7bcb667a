package dev.imagemill.benchmark.deployment;

import dev.imagemill.benchmark.process.ProcessMemory;
import dev.imagemill.benchmark.process.ProcessTime;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/** A running service. */
public record Service(Process process, URI address) implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    /** What it has used of the processors. */
    public ProcessTime time() {
        return new ProcessTime(process.pid());
    }

    /** What it has resident. */
    public ProcessMemory memory() {
        return new ProcessMemory(process.pid());
    }

    /** Ends it in order, or by force if that takes long. */
    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        process.destroyForcibly();
    }
}
