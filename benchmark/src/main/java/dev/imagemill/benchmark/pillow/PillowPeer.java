package dev.imagemill.benchmark.pillow;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Pillow in a Python process of its own, told over standard input what to do; {@code pillow-peer.py} describes the protocol. */
final class PillowPeer implements Side, AutoCloseable {
    private static final Path SCRIPT = Path.of("pillow-peer.py");

    /**
     * glibc's settings to keep freed memory, in huge pages where the system has them, as the Java heap does. By default it hands large blocks back to
     * the system or keeps them as luck has it, and getting them again costs many times what a copy does.
     */
    private static final Map<String, String> KEEP_MEMORY = Map.of(
            "MALLOC_MMAP_MAX_",
            "0",
            "MALLOC_TRIM_THRESHOLD_",
            "17179869184",
            "MALLOC_TOP_PAD_",
            "268435456",
            "GLIBC_TUNABLES",
            "glibc.malloc.hugetlb=1");

    private final Process process;
    private final Writer requests;
    private final BufferedReader answers;
    private final String version;

    private PillowPeer(Process process) {
        this.process = process;
        this.requests = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.version = answer();
    }

    /** Starts the script of {@code imagemill.peers} with the Python of {@code imagemill.python}, by default that of Debian. */
    static PillowPeer start() throws IOException {
        Path folder = Path.of(System.getProperty("imagemill.peers", "benchmark/peers"));
        String python = System.getProperty("imagemill.python", "/usr/bin/python3");
        ProcessBuilder builder = new ProcessBuilder(python, SCRIPT.toString())
                .directory(folder.toFile())
                .redirectError(Redirect.INHERIT);
        builder.environment().putAll(KEEP_MEMORY);
        return new PillowPeer(builder.start());
    }

    /** Pillow's and Python's, in words. */
    String version() {
        return version;
    }

    /** Takes a source in, by way of a file that is gone afterwards. */
    void load(Picture picture) throws IOException {
        Path file = Files.createTempFile("imagemill-picture", ".raw");
        try {
            Files.write(file, picture.pixels());
            ask(
                    "load",
                    picture.scale().name(),
                    picture.mode(),
                    Integer.toString(picture.scale().size().width()),
                    Integer.toString(picture.scale().size().height()),
                    file.toString());
        } finally {
            Files.delete(file);
        }
    }

    /** Gets a piece of work ready, does it once, and says what came of it. */
    Checksum prepare(Scale scale, String given, String expression) {
        List<Long> numbers = numbers("prepare", scale.name(), given, expression);
        return new Checksum(numbers.get(0), numbers.get(1));
    }

    @Override
    public Timing round(int repetitions) {
        List<Long> numbers = numbers("run", Integer.toString(repetitions));
        return new Timing((double) numbers.get(0) / repetitions, (double) numbers.get(1) / repetitions);
    }

    private List<Long> numbers(String... request) {
        return List.of(ask(request).split(" ", -1)).stream().map(Long::valueOf).toList();
    }

    private String ask(String... request) {
        try {
            requests.write(String.join("\t", request) + "\n");
            requests.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer();
    }

    private String answer() {
        try {
            String line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("the peer ended");
            }
            if (line.startsWith("error ")) {
                throw new IllegalStateException("the peer: " + line.substring("error ".length()));
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        requests.close();
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }
}
