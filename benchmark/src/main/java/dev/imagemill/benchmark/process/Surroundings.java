package dev.imagemill.benchmark.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What processes that are measured run in. Ours have what the chart gives a worker: at most 35 % of 1 GiB as heap, as much in the beginning as the
 * JVM takes by itself in a container of that size, the options of its image ({@code docker/*.options}), and jemalloc if it is installed. Peers have the same allocator.
 */
public final class Surroundings {
    private static final String JEMALLOC = "libjemalloc.so.2";
    private static final Path IMAGES = Path.of("docker");
    private static final String INSIDE_AN_IMAGE = "/opt/imagemill";

    private Surroundings() {}

    /** Variables for both sides. */
    public static Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("MALLOC_ARENA_MAX", "2");
        jemalloc().ifPresent(library -> {
            variables.put("LD_PRELOAD", library.toString());
            variables.put(
                    "MALLOC_CONF", "background_thread:true,dirty_decay_ms:1000,muzzy_decay_ms:0,oversize_threshold:0");
        });
        return variables;
    }

    /**
     * The command that starts a JVM as in the image of a service; without the image's cache, which shortens a start only.
     *
     * @param service name of its module, without {@code -service}
     */
    public static List<String> java(String service) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms16m",
                "-Xmx358m",
                // What it says of its settings is no answer of a process that is asked through its standard output.
                "-XX:+DisplayVMOutputToStderr"));
        command.addAll(options(IMAGES.resolve("java.options")));
        Path own = IMAGES.resolve(service + ".options");
        if (Files.exists(own)) {
            command.addAll(options(own));
        }
        return command;
    }

    private static List<String> options(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.replace(INSIDE_AN_IMAGE, IMAGES.toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In words, for a report. */
    public static String described() {
        return "Java has the worker's heap of 358 MB and the options of its image; memory outside of it, on both sides, is "
                + (jemalloc().isPresent() ? "jemalloc's." : "glibc's, with two arenas, as jemalloc is not installed.");
    }

    private static Optional<Path> jemalloc() {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(Path.of("/usr/lib"), "*-linux-gnu")) {
            for (Path folder : folders) {
                if (Files.exists(folder.resolve(JEMALLOC))) {
                    return Optional.of(folder.resolve(JEMALLOC));
                }
            }
            return Optional.empty();
        } catch (IOException nothingThere) {
            return Optional.empty();
        }
    }
}
