package dev.imagemill.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * A child process that ends when its standard input ends, which happens when {@link #stop} closes it and also when this JVM
 * ends in any way. Its id is kept in a file, so that the next start over the same folder finds one that is still ending.
 *
 * <p>The signals that a terminal sends to the whole group of processes are ignored by the child: it must outlive the parent's
 * own orderly end.
 */
final class ChildProcess {
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);
    private static final long POLL_MILLIS = 20;

    private final Process process;
    private final Path log;

    private ChildProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a command.
     *
     * @param folder working directory, where the file {@code pid} is kept
     * @param log file that output is appended to
     */
    static ChildProcess start(Path folder, Path log, List<String> command) {
        endLeftOver(folder);
        var shell = List.of("/bin/sh", "-c", "trap '' INT HUP QUIT; exec \"$@\"", "imagemill");
        try {
            Files.createDirectories(log.getParent());
            var builder = new ProcessBuilder(new ArrayList<>(shell))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.command().addAll(command);
            Process process = builder.start();
            Files.writeString(pidFile(folder), process.pid() + " " + startOf(process.toHandle()));
            return new ChildProcess(process, log);
        } catch (IOException e) {
            throw new EmbeddedServerException(command.getFirst() + " could not be started", e);
        }
    }

    /** Waits until the child serves; throws if it ends or the time passes first, and stops it then. */
    void awaitReady(String name, Duration limit, BooleanSupplier ready) {
        long end = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new EmbeddedServerException(name + " ended while it was starting" + LogTail.of(log));
            }
            if (System.nanoTime() > end) {
                kill();
                throw new EmbeddedServerException(
                        name + " was not ready within " + limit.toSeconds() + " s" + LogTail.of(log));
            }
            sleep();
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Ends the child in order, or by force if it takes too long. */
    void stop() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // Closed already, or the child is gone.
        }
        await(process.toHandle());
    }

    /** Ends the child at once, as a crash would. */
    void kill() {
        process.destroyForcibly();
        await(process.toHandle());
    }

    private static void endLeftOver(Path folder) {
        leftOver(folder).ifPresent(ChildProcess::await);
    }

    private static Optional<ProcessHandle> leftOver(Path folder) {
        try {
            if (!Files.exists(pidFile(folder))) {
                return Optional.empty();
            }
            String[] words = Files.readString(pidFile(folder)).split(" ", -1);
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(handle -> words.length == 2 && words[1].equals(startOf(handle)));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static void await(ProcessHandle handle) {
        try {
            handle.onExit().get(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            handle.destroyForcibly();
        } catch (ExecutionException | TimeoutException e) {
            handle.destroyForcibly();
            handle.onExit().join();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedServerException("interrupted while a server was starting", e);
        }
    }

    private static String startOf(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::toString).orElse("");
    }

    private static Path pidFile(Path folder) {
        return folder.resolve("pid");
    }
}
