package dev.imagemill.standalone;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.cli.ExitCode;
import dev.imagemill.cli.client.ImagemillClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script itself, run from another folder, with a path that has spaces. */
class ScriptIT {
    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @Test
    void servesUntilItIsTerminatedAndLeavesNoProcessBehind() throws Exception {
        try (Child up = imagemill("up", "--port", "0", "--data", data().toString())) {
            String ready = up.awaitLine("ready http://127.0.0.1:");
            List<ProcessHandle> family = up.family();
            try (ImagemillClient client = new ImagemillClient(URI.create(ready.substring("ready ".length())))) {
                assertThat(client.images(null, 1, null).items()).isEmpty();
            }
            assertThat(family).as("the JVM and its backends").hasSizeGreaterThan(3);

            up.terminate();

            up.awaitEnd(LONGEST_STOP);
            awaitEndOf(family);
        }
    }

    @Test
    void leavesNoProcessBehindWhenItIsKilled() throws Exception {
        try (Child up = imagemill("up", "--port", "0", "--data", data().toString())) {
            up.awaitLine("ready ");
            List<ProcessHandle> family = up.family();

            up.kill();

            awaitEndOf(family);
        }
    }

    @Test
    void saysInOneLineThatThePortIsInUse() throws Exception {
        try (ServerSocket occupied = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Child up = imagemill(
                        "up", "--data", data().toString(), "--port", Integer.toString(occupied.getLocalPort()))) {
            assertThat(up.output())
                    .isEqualTo("imagemill: port " + occupied.getLocalPort()
                            + " on 127.0.0.1 is in use: end what listens there, or choose another with --port\n");
            assertThat(up.awaitEnd(LONGEST_START)).isEqualTo(ExitCode.USAGE);
            assertThat(data()).doesNotExist();
        }
    }

    @Test
    void explainsItselfWithoutABuild() throws Exception {
        try (Child help = imagemill("help")) {
            assertThat(help.output()).startsWith("Usage: ./imagemill COMMAND").contains("demo [FOLDER]", "up", "test");
            assertThat(help.awaitEnd(LONGEST_START)).isEqualTo(ExitCode.OK);
        }
    }

    @Test
    void refusesAnUnknownCommand() throws Exception {
        try (Child unknown = imagemill("fly")) {
            assertThat(unknown.output()).contains("Unmatched argument", "fly");
            assertThat(unknown.awaitEnd(LONGEST_START)).isEqualTo(ExitCode.USAGE);
        }
    }

    @Test
    void saysHowToGetAJdkWhereThereIsNone() throws Exception {
        Path script = script();
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : List.of("bash", "dirname", "readlink", "grep", "env")) {
            Files.createSymbolicLink(tools.resolve(tool), Path.of("/usr/bin", tool));
        }
        Map<String, String> nothing = Map.of(
                "PATH",
                tools.toString(),
                "JAVA_HOME",
                "",
                "JAVA25_HOME",
                "",
                "IMAGEMILL_JDK_FOLDERS",
                folder.toString());
        try (Child up = Child.piped(folder, nothing, List.of("bash", script.toString(), "up"))) {
            assertThat(up.output().lines()).singleElement().asString().contains("needs a JDK 25", "JAVA25_HOME");
            assertThat(up.awaitEnd(LONGEST_START)).isEqualTo(ExitCode.USAGE);
        }
    }

    private Child imagemill(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(script().toString()));
        command.addAll(List.of(arguments));
        Map<String, String> environment = Map.of(
                "JAVA25_HOME", System.getProperty("java.home"),
                "IMAGEMILL_JAR", requireNonNull(System.getProperty("imagemill.jar.standalone")));
        return Child.piped(folder, environment, command);
    }

    private Path script() throws IOException {
        Path copy = folder.resolve("a folder").resolve("imagemill");
        if (!Files.exists(copy)) {
            Files.createDirectory(copy.getParent());
            Files.copy(
                    Path.of(requireNonNull(System.getProperty("imagemill.root")), "imagemill"),
                    copy,
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
        return copy;
    }

    private Path data() {
        return folder.resolve("some data");
    }

    private static void awaitEndOf(List<ProcessHandle> processes) throws InterruptedException {
        long end = System.nanoTime() + LONGEST_STOP.toNanos();
        while (processes.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
    }
}
