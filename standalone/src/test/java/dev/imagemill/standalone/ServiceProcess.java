package dev.imagemill.standalone;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.cli.client.ImagemillClient;
import dev.imagemill.embedded.EmbeddedBackends;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A service as an operator would run it: its jar in a process of its own. */
record ServiceProcess(String name, URI address, Path log, Child process, ImagemillClient client) {
    static ServiceProcess start(String name, EmbeddedBackends backends, Path folder, Map<String, String> settings)
            throws IOException {
        int port;
        try (var probe = new ServerSocket(0)) {
            port = probe.getLocalPort();
        }
        Path log = folder.resolve(name + ".log");
        Child process = Child.logging(log, command(name, backends, folder, port, settings));
        URI address = URI.create("http://127.0.0.1:" + port);
        return new ServiceProcess(name, address, log, process, new ImagemillClient(address));
    }

    boolean isReady() {
        try {
            assertThat(process.isAlive()).as("%s ended: %s", name, log).isTrue();
            return client.isReady();
        } catch (AssertionError ended) {
            throw new AssertionError(tail(), ended);
        }
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.kill();
    }

    /** What a fault in native code does to a process: SIGSEGV, of which the JVM dies. */
    void crash() throws IOException, InterruptedException {
        long pid = process.family().getFirst().pid();
        new ProcessBuilder("kill", "-SEGV", Long.toString(pid)).start().waitFor();
        assertThat(process.awaitEnd(Duration.ofMinutes(1))).isNotZero();
        assertThat(Files.readString(log)).contains("A fatal error has been detected by the Java Runtime Environment");
    }

    void close() {
        process.close();
        client.close();
    }

    private String tail() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static List<String> command(
            String name, EmbeddedBackends backends, Path folder, int port, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(backends.springProperties());
        all.put("server.port", Integer.toString(port));
        all.putAll(settings);
        List<String> command = new ArrayList<>(List.of(
                Child.java(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx384m",
                "-XX:+UseSerialGC",
                // Most of them live for seconds, in which the second compiler would take the processor from the others.
                "-XX:TieredStopAtLevel=1",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + folder.resolve(name + ".crash"),
                "-jar",
                requireNonNull(System.getProperty("imagemill.jar." + name))));
        all.forEach((key, value) -> command.add("--" + key + "=" + value));
        return command;
    }
}
