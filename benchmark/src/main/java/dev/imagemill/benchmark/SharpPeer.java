package dev.imagemill.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** sharp in a Node.js process of its own, told over standard input what to do. */
final class SharpPeer implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Process process;
    private final Writer requests;
    private final BufferedReader answers;

    private SharpPeer(Process process) {
        this.process = process;
        this.requests = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts the script of {@code imagemill.peers}, a folder in which {@code npm ci} was run. */
    static SharpPeer start() throws IOException {
        Path folder = Path.of(System.getProperty("imagemill.peers", "benchmark/peers"));
        if (!Files.isDirectory(folder.resolve("node_modules/sharp"))) {
            throw new IllegalStateException("no sharp in " + folder + ": run `npm ci` there, or use benchmark/run");
        }
        return new SharpPeer(new ProcessBuilder("node", "sharp-peer.mjs")
                .directory(folder.toFile())
                .redirectError(Redirect.INHERIT)
                .start());
    }

    /** Does a task as often as a round has it. */
    Round round(Task task, Path image) throws IOException {
        requests.write(task.id() + " " + task.repetitions() + " " + image.toAbsolutePath() + "\n");
        requests.flush();
        String line = answers.readLine();
        if (line == null) {
            throw new IllegalStateException("the peer ended");
        }
        JsonNode answer = JSON.readTree(line);
        if (answer.has("error")) {
            throw new IllegalStateException(answer.get("error").stringValue());
        }
        return new Round(
                answer.get("cpuSeconds").doubleValue() * 1e3 / task.repetitions(),
                answer.get("bytes").longValue());
    }

    @Override
    public void close() throws IOException {
        requests.close();
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }
}
