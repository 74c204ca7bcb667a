package dev.imagemill.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.imagemill.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/** A terminal that keeps what is written to it. */
final class Captured {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(new PrintStream(bytes, true, UTF_8), false);

    Terminal terminal() {
        return terminal;
    }

    String text() {
        return bytes.toString(UTF_8);
    }
}
