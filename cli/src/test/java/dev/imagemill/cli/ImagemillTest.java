package dev.imagemill.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.cli.client.FakeServer;
import dev.imagemill.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ImagemillTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter errors = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void wantsACommand() {
        assertThat(run()).isEqualTo(ExitCode.USAGE);
        assertThat(errors.toString()).contains("Missing required subcommand", "upload", "job", "images");
    }

    @Test
    void wantsExactlyOneSelectionOfImages() {
        assertThat(run("job", "run")).isEqualTo(ExitCode.USAGE);
        assertThat(run("job", "run", "--all", "--prefix", "x")).isEqualTo(ExitCode.USAGE);
        assertThat(errors.toString()).contains("--all", "--prefix", "mutually exclusive");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThat(run("upload", folder.resolve("gone.png").toString())).isEqualTo(ExitCode.USAGE);
        assertThat(errors.toString()).contains("no such file or folder");
    }

    @Test
    void saysInOneLineThatNoServerAnswers() {
        assertThat(run("images", "list", "--server", "http://127.0.0.1:1")).isEqualTo(ExitCode.FAILED);
        assertThat(errors.toString().lines())
                .singleElement()
                .asString()
                .startsWith("imagemill: no answer from http://127.0.0.1:1");
    }

    @Test
    void showsWhatWasTakenAndWhatWasRefused() throws IOException {
        Files.writeString(folder.resolve("a.png"), "x");
        Files.writeString(folder.resolve("b.png"), "y");
        Files.writeString(folder.resolve("notes.txt"), "z");
        try (FakeServer server = new FakeServer().then(202, """
                {"images":[{"id":"i1","name":"a.png","bytes":1,"width":4,"height":5,"mode":"RGB","orientation":1}],
                "errors":[{"name":"b.png","problem":{"code":"not-an-image","status":415,"detail":"no"}}]}""")) {
            int exit = run("upload", "--server", server.address().toString(), folder.toString());

            assertThat(exit).isEqualTo(ExitCode.FAILED);
            assertThat(out.toString(UTF_8))
                    .contains(
                            "i1     a.png  4x5   RGB   new", "refused  b.png: not-an-image, no", "skipped  notes.txt");
        }
    }

    @Test
    void followsAJobToItsEnd() throws IOException {
        try (FakeServer server = new FakeServer()
                .then(202, job("QUEUED", 0))
                .then(200, job("RUNNING", 3))
                .then(200, job("COMPLETED", 6))) {
            int exit = run("job", "--server", server.address().toString(), "run", "--all");

            assertThat(exit).isEqualTo(ExitCode.OK);
            assertThat(out.toString(UTF_8))
                    .contains(" 50%  3/6", "100%  6/6", "COMPLETED: 6 done (0 were there), 0 failed");
        }
    }

    private static String job(String state, int done) {
        return "{\"id\":\"j1\",\"state\":\"%s\",\"items\":{\"total\":6,\"done\":%d}}".formatted(state, done);
    }

    private int run(String... arguments) {
        Terminal terminal = new Terminal(new PrintStream(out, true, UTF_8), false);
        CommandLine commands = Imagemill.commandLine(terminal);
        commands.setErr(new PrintWriter(errors, true));
        return commands.execute(arguments);
    }
}
