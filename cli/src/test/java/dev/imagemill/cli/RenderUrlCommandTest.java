package dev.imagemill.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Signatures are those of docs/render.md, made by openssl. */
class RenderUrlCommandTest {
    private static final String KEY = "k1:correct-horse-battery-staple-2026";
    private static final String IMAGE = "01a1fb1e-e54c-7039-bd52-27a3aeab594d";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter errors = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void signsAnAddress() {
        assertThat(run("--key", KEY, "thumbnails.w400", IMAGE)).isEqualTo(ExitCode.OK);
        assertThat(out.toString(UTF_8).strip())
                .isEqualTo(
                        "http://127.0.0.1:8080/v1/render/k1.jahwCi9598CGAsUVQ8YSK7w5yumGi81GoH_AoyIIWno/thumbnails.w400/"
                                + IMAGE);
    }

    @Test
    void signsItsEndToo() {
        run("--key", KEY, "--expires", "7d", "--server", "https://img.example.org/", "thumbnails.w400", IMAGE);
        assertThat(out.toString(UTF_8).strip())
                .isEqualTo(
                        "https://img.example.org/v1/render/k1.67W_S4bc5ffDs8DQRYzcA9twLho070C4spUy0iR-6LE/thumbnails.w400/"
                                + IMAGE + "?expires=1893456000");
    }

    @Test
    void takesTheKeyOfTheServersFolder() throws IOException {
        Files.writeString(folder.resolve("render.key"), KEY + "\n");
        run("--data", folder.toString(), "thumbnails.w400", IMAGE);
        assertThat(out.toString(UTF_8)).contains("/k1.jahwCi9598CGAsUVQ8YSK7w5yumGi81GoH_AoyIIWno/");
    }

    @Test
    void packsAPipelineIntoASegment() {
        run("--key", KEY, "{\"output\":{\"format\":\"png\"}}", IMAGE);
        assertThat(out.toString(UTF_8)).contains("/eyJvdXRwdXQiOnsiZm9ybWF0IjoicG5nIn19/" + IMAGE);
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(run("--data", folder.toString(), "thumbnails.w400", IMAGE)).isEqualTo(ExitCode.USAGE);
        assertThat(errors.toString()).contains("there is no key");
        assertThat(run("--key", KEY, "--expires", "soon", "thumbnails.w400", IMAGE))
                .isEqualTo(ExitCode.USAGE);
        assertThat(errors.toString()).contains("--expires is a number and s, m, h or d, not soon");
    }

    private int run(String... arguments) {
        Terminal terminal = new Terminal(new PrintStream(out, true, UTF_8), false);
        Instant weekBefore = Instant.ofEpochSecond(1893456000L - 7 * 86_400);
        CommandLine command = new CommandLine(new RenderUrlCommand(terminal, Clock.fixed(weekBefore, ZoneOffset.UTC)));
        return command.setErr(new PrintWriter(errors, true)).execute(arguments);
    }
}
