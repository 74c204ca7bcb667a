package dev.imagemill.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs PostgreSQL's programs. They refuse to run as root, so for root they run in a user namespace of their own, in which
 * they are nobody in particular while their files still belong to root.
 */
final class PostgresPrograms {
    private static final long LONGEST_SECONDS = 120;

    private final Path bin;
    private final Path log;

    /**
     * @param folder folder that holds {@code bin}
     * @param log file that output is appended to
     */
    PostgresPrograms(Path folder, Path log) {
        this.bin = folder.resolve("bin");
        this.log = log;
    }

    /** Runs a program to its end, and throws if it fails. */
    void run(String program, List<String> arguments) {
        if (exitCode(program, arguments) != 0) {
            throw new EmbeddedServerException(
                    "PostgreSQL's " + program + " failed" + (isRoot() ? rootRemedy() : "") + LogTail.of(log));
        }
    }

    /** Runs a program to its end, and returns its exit code. */
    int exitCode(String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(bin.resolve(program).toString());
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new EmbeddedServerException("PostgreSQL's " + program + " took too long" + LogTail.of(log));
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new EmbeddedServerException("PostgreSQL's " + program + " could not be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedServerException("interrupted while PostgreSQL's " + program + " ran", e);
        }
    }

    private static boolean isRoot() {
        try {
            return Files.exists(Path.of("/proc/self"))
                    && Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException e) {
            return false;
        }
    }

    private static String rootRemedy() {
        return " (PostgreSQL does not run as root, and where user namespaces are forbidden it needs another user)";
    }
}
