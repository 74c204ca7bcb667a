package dev.imagemill.benchmark;

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

/** sharp in a Node.js process of its own, told over standard input what to do. */
final class SharpPeer implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Process process;
    private final Writer requests;
    private final BufferedReader answers;
    private final Path results;

    private SharpPeer(Process process, Path results) {
        this.process = process;
        this.results = results;
        this.requests = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts the script of {@code imagemill.peers}, a folder in which {@code npm ci} was run. */
    static SharpPeer start() throws IOException {
        Path folder = Path.of(System.getProperty("imagemill.peers", "benchmark/peers"));
        if (!Files.isDirectory(folder.resolve("node_modules/sharp"))) {
            throw new IllegalStateException("no sharp in " + folder + ": run `npm ci` there, or use benchmark/run");
        }
        Process process = new ProcessBuilder("node", "sharp-peer.mjs")
                .directory(folder.toFile())
                .redirectError(Redirect.INHERIT)
                .start();
        return new SharpPeer(process, Files.createTempDirectory("sharp-peer"));
    }

    /** Does a task as often as a round has it. */
    Round round(Task task, Path image) throws IOException {
        requests.write(String.join(
                        " ",
                        task.id(),
                        String.valueOf(task.repetitions()),
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
        return new Round(answer.get("cpuSeconds").doubleValue() * 1e3 / task.repetitions(), outputs);
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
