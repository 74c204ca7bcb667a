package dev.imagemill.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the servers when the process that started them ends. */
class EndOfParentIT {
    @TempDir
    private Path folder;

    private Process host;
    private List<ProcessHandle> servers;

    @BeforeEach
    void startHost() throws IOException {
        host = host();
        servers = servers();
        assertThat(servers)
                .as("Kafka, S3Proxy, the watcher of Postgres and Postgres")
                .hasSize(4);
    }

    @AfterEach
    void endHost() {
        host.destroyForcibly();
        servers.forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void noServerIsLeftAfterTheParentEnded() throws Exception {
        host.getOutputStream().close();

        assertThat(host.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertAllEnd();
    }

    @Test
    void noServerIsLeftAfterTheParentWasKilledAndTheFolderServesAgain() throws Exception {
        host.destroyForcibly().waitFor();

        try (var again = EmbeddedBackends.start(folder)) {
            assertThat(again.kafka().bootstrapServers()).isNotEmpty();
        }
        assertAllEnd();
    }

    @Test
    void aServerThatOutlivesItsWatcherIsEndedByTheNextStart() throws Exception {
        ProcessHandle postmaster = postmaster();
        ProcessHandle watcher = handle(folder.resolve("postgres/pid"), " ");
        watcher.destroyForcibly();
        host.destroyForcibly().waitFor();
        assertThat(postmaster.isAlive()).isTrue();

        try (var again = PostgresServer.start(folder.resolve("postgres"), 0)) {
            // It gives up its folder a moment before its process is gone.
            assertThat(postmaster.onExit()).succeedsWithin(Duration.ofSeconds(20));
            assertThat(again.url()).isNotEmpty();
        }
    }

    private void assertAllEnd() throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (servers.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(servers).noneMatch(ProcessHandle::isAlive);
    }

    private Process host() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Host.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader output = process.inputReader();
        assertThat(output.readLine()).isEqualTo("ready");
        return process;
    }

    private List<ProcessHandle> servers() throws IOException {
        return Stream.concat(host.toHandle().children(), Stream.of(postmaster()))
                .toList();
    }

    private ProcessHandle postmaster() throws IOException {
        return handle(folder.resolve("postgres/data/postmaster.pid"), "\n");
    }

    private static ProcessHandle handle(Path file, String separator) throws IOException {
        String pid = Files.readString(file).split(separator, 2)[0].strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }
}
