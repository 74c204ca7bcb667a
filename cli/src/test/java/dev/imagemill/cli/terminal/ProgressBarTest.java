package dev.imagemill.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void redrawsOneLineOnATerminal() {
        ProgressBar bar = new ProgressBar(terminal(true), "job");
        bar.show(1, 4, "a long note");
        bar.show(2, 4, "");
        bar.finish();

        String second = "job [" + "#".repeat(16) + ".".repeat(16) + "]  50%  2/4";
        assertThat(written.toString(UTF_8))
                .startsWith("\rjob [########")
                .endsWith("\r" + second + " ".repeat(13) + "\n");
    }

    @Test
    void writesALineForEachTenthElsewhere() {
        ProgressBar bar = new ProgressBar(terminal(false), "job");
        for (int done = 0; done <= 1000; done++) {
            bar.show(done, 1000, "");
        }
        bar.finish();

        assertThat(written.toString(UTF_8).lines())
                .hasSize(11)
                .last()
                .isEqualTo("job [" + "#".repeat(32) + "] 100%  1000/1000");
    }

    @Test
    void knowsNoShareOfNothing() {
        new ProgressBar(terminal(false), "job").show(0, 0, "");

        assertThat(written.toString(UTF_8)).contains("  0%  0/0");
    }

    private Terminal terminal(boolean interactive) {
        return new Terminal(new PrintStream(written, true, UTF_8), interactive);
    }
}
