package dev.imagemill.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** A PostgreSQL server on loopback, with one user and that user's database. Runs as root too, in a user namespace. */
public final class PostgresServer implements EmbeddedServer {
    /** What a crash of the whole machine may cost. */
    public enum Durability {
        /** Nothing that was committed. */
        FULL,
        /** The whole database; a crash of the server alone costs nothing. For tests. */
        NONE
    }

    private static final String USER = "imagemill";

    private final Path folder;
    private final FolderLock lock;
    private final int port;
    private final Durability durability;
    private final String password;
    private final PostgresPrograms programs;
    private ChildProcess watcher;

    private PostgresServer(Path folder, FolderLock lock, int port, Durability durability) {
        this.folder = folder;
        this.lock = lock;
        this.port = FreePort.orGiven(port);
        this.durability = durability;
        this.password = Secret.in(passwordFile());
        this.programs = new PostgresPrograms(PostgresBinaries.in(folder.resolve("programs")), log());
        this.watcher = run();
    }

    /** Starts a server that loses nothing it committed. */
    public static PostgresServer start(Path folder, int port) {
        return start(folder, port, Durability.FULL);
    }

    /**
     * Starts a server and waits until it serves.
     *
     * @param folder where it keeps everything; a folder used before brings its data back
     * @param port its port, 0 for any free one
     * @param durability what a crash of the machine may cost
     */
    public static PostgresServer start(Path folder, int port, Durability durability) {
        Path absolute = folder.toAbsolutePath();
        return FolderLock.over(absolute, lock -> new PostgresServer(absolute, lock, port, durability));
    }

    /** Its JDBC address, without user and password. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /** The user, who may do everything. */
    public String user() {
        return USER;
    }

    /** The user's password, made for this folder. */
    public String password() {
        return password;
    }

    @Override
    public synchronized void start() {
        if (!watcher.isAlive()) {
            watcher = run();
        }
    }

    @Override
    public synchronized void stop() {
        end("fast");
    }

    @Override
    public synchronized void kill() {
        end("immediate");
    }

    @Override
    public synchronized void close() {
        stop();
        lock.close();
    }

    private ChildProcess run() {
        create();
        endLeftOver();
        programs.run("pg_ctl", List.of("start", "-w", "-s", "-D", data().toString(), "-o", options()));
        long pid = postmaster().orElseThrow(() -> new EmbeddedServerException("PostgreSQL ended" + LogTail.of(log())));
        // The shell outlives a parent that dies in whatever way just long enough to ask for a fast shutdown.
        var watch = List.of("/bin/sh", "-c", "read -r line; kill -INT " + pid);
        return ChildProcess.start(folder, log(), watch);
    }

    private void create() {
        if (Files.exists(data())) {
            return;
        }
        Path fresh = folder.resolve("data.new");
        Folders.delete(fresh);
        programs.run(
                "initdb",
                List.of(
                        "-D",
                        fresh.toString(),
                        "-U",
                        USER,
                        "-A",
                        "scram-sha-256",
                        "--pwfile",
                        passwordFile().toString(),
                        "-E",
                        "UTF8",
                        "--locale-provider=builtin",
                        "--locale=C.UTF-8",
                        "--no-sync",
                        "--no-instructions"));
        try {
            Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new EmbeddedServerException(data() + " could not be made", e);
        }
    }

    private String options() {
        List<String> options = new ArrayList<>(List.of(
                "-p " + port,
                "-c listen_addresses=127.0.0.1",
                "-c unix_socket_directories=",
                "-c max_connections=200",
                "-c shared_buffers=64MB",
                "-c timezone=UTC",
                "-c log_timezone=UTC"));
        if (durability == Durability.NONE) {
            // Commits stay synchronous: otherwise a crash of the server alone takes the last half second of them.
            options.add("-c fsync=off -c full_page_writes=off");
        }
        return String.join(" ", options);
    }

    /** As this process holds the folder's lock, a server that runs on its data has lost its parent. */
    private void endLeftOver() {
        Path pidFile = data().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        if (postmaster().isPresent()) {
            shutDown("fast");
        }
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new EmbeddedServerException(pidFile + " could not be removed", e);
        }
    }

    private void end(String mode) {
        if (postmaster().isPresent()) {
            shutDown(mode);
        }
        watcher.kill();
    }

    private void shutDown(String mode) {
        var stop = List.of("stop", "-w", "-s", "-t", "20", "-D", data().toString(), "-m");
        if (programs.exitCode("pg_ctl", append(stop, mode)) != 0) {
            programs.exitCode("pg_ctl", append(stop, "immediate"));
        }
    }

    private static List<String> append(List<String> list, String last) {
        List<String> result = new ArrayList<>(list);
        result.add(last);
        return result;
    }

    /** The running server's process id; empty if its file is missing or names a process that is something else by now. */
    private Optional<Long> postmaster() {
        try {
            List<String> lines = Files.readAllLines(data().resolve("postmaster.pid"));
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                    .filter(PostgresServer::isPostgres)
                    .map(ProcessHandle::pid);
        } catch (IOException | NumberFormatException | NoSuchElementException e) {
            return Optional.empty();
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.endsWith("postgres"))
                .orElse(false);
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path passwordFile() {
        return folder.resolve("password");
    }

    private Path log() {
        return folder.resolve("postgres.log");
    }
}
