package dev.imagemill.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The Docker of this machine, by its command line. */
final class Docker {
    private static final String BASE = "imagemill/base:trixie";

    private Docker() {}

    /** Why images cannot be built and run here; empty if they can. */
    static Optional<String> obstacle() throws IOException, InterruptedException {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.of("containers share the host's network here, which Docker does so on Linux only");
        }
        if (!succeeds("docker", "--version")) {
            return Optional.of("Docker is not installed");
        }
        if (!succeeds("docker", "version")) {
            return Optional.of("Docker is installed, but its daemon does not answer");
        }
        if (succeeds("docker", "image", "inspect", BASE)) {
            return Optional.empty();
        }
        if (!Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)) {
            return Optional.of("making a base image with debootstrap takes root, and there is no image " + BASE);
        }
        return succeeds("debootstrap", "--version")
                ? Optional.empty()
                : Optional.of("debootstrap is not installed, and there is no image " + BASE);
    }

    /** What the command prints, without the last line's end; the command must succeed. */
    static String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        assertThat(process.waitFor()).as("%s: %s", command, output).isZero();
        return output;
    }

    /** Removes a container, running or not. */
    static void remove(String id) {
        try {
            run("rm", "--force", id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Makes the images of the services on a base of our own, and one of Debian's HAProxy; all are tagged {@code test}. */
    static void build(Path repository, Path log) throws IOException, InterruptedException {
        runLogged(
                log,
                repository.resolve("docker/build").toString(),
                "--own-base",
                "--jars",
                "--tag",
                "test",
                "--",
                "--network=host");
        Path proxy = Files.createDirectories(log.resolveSibling("proxy-image"));
        Files.writeString(proxy.resolve("Dockerfile"), """
                FROM imagemill/base:trixie
                RUN apt-get update && apt-get install --yes --no-install-recommends haproxy && apt-get clean
                """);
        runLogged(log, "docker", "build", "--network=host", "--tag", "imagemill/haproxy:test", proxy.toString());
    }

    private static void runLogged(Path log, String... command) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start()
                .waitFor();
        assertThat(exit).as("%s, see %s", List.of(command), log).isZero();
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }
}
