package dev.imagemill.benchmark.peer;

import dev.imagemill.benchmark.process.ProcessMemory;
import dev.imagemill.benchmark.process.Surroundings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One side in a process of its own, told over standard input what to do. */
final class LinePeer implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Process process;
    private final Writer requests;
    private final BufferedReader answers;
    private final Path results;

    private LinePeer(Process process, Path results) {
        this.process = process;
        this.results = results;
        this.requests = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** sharp, by the script in a folder in which {@code npm ci} was run. */
    static LinePeer sharp() throws IOException {
        return start(new ProcessBuilder("node", "sharp-peer.mjs")
                .directory(NodePeers.folder("sharp").toFile()));
    }

    /** The engine, in a JVM as a worker's. */
    static LinePeer engine() throws IOException {
        List<String> command = new ArrayList<>(Surroundings.java("transform"));
        command.addAll(List.of("-jar", System.getProperty("java.class.path"), EnginePeer.COMMAND));
        return start(new ProcessBuilder(command));
    }

    private static LinePeer start(ProcessBuilder builder) throws IOException {
        builder.environment().putAll(Surroundings.environment());
        return new LinePeer(builder.redirectError(Redirect.INHERIT).start(), Files.createTempDirectory("peer"));
    }

    /** Does a task as often as a round has it, one after the other. */
    Round round(Task task) throws IOException {
        return round(task.work(), task.repetitions(), 1, task.source());
    }

    /** Does some work so often, on so many threads. */
    Round round(Work work, int repetitions, int threads, Path image) throws IOException {
        requests.write(String.join(
                        " ",
                        work.text(),
                        String.valueOf(repetitions),
                        String.valueOf(threads),
                        results.toString(),
                        image.toAbsolutePath().toString())
                + "\n");
        requests.flush();
        String line = answers.readLine();
        if (line == null) {
            throw new IllegalStateException("the peer ended");
        }
        JsonNode answer = JSON.readTree(line);
        if (answer.has("error")) {
            throw new IllegalStateException(answer.get("error").stringValue());
        }
        List<byte[]> outputs = new ArrayList<>();
        for (JsonNode file : answer.get("files")) {
            outputs.add(Files.readAllBytes(Path.of(file.stringValue())));
        }
        return new Round(
                answer.get("cpuSeconds").doubleValue() * 1e3 / repetitions,
                answer.get("wallSeconds").doubleValue() * 1e3 / repetitions,
                outputs);
    }

    /** The memory of its process. */
    ProcessMemory memory() {
        return new ProcessMemory(process.pid());
    }

    @Override
    public void close() throws IOException {
        requests.close();
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
        process.destroyForcibly();
        try (Stream<Path> files = Files.list(results)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(results);
    }
}
