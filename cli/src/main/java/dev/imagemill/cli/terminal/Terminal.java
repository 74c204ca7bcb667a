package dev.imagemill.cli.terminal;

import java.io.Console;
import java.io.PrintStream;

/**
 * Where a command writes to.
 *
 * @param interactive whether a person watches, so that a line may be redrawn in place
 */
public record Terminal(PrintStream out, boolean interactive) {
    /** The process's standard output. */
    @SuppressWarnings("SystemConsoleNull") // JDK 25 gives null again where input or output is no terminal.
    public static Terminal system() {
        Console console = System.console();
        return new Terminal(System.out, console != null && console.isTerminal());
    }

    /** Writes one line. */
    public void line(String text) {
        out.println(text);
    }

    /** Writes an empty line. */
    public void line() {
        out.println();
    }

    /** Writes a table. */
    public void table(Table table) {
        table.lines().forEach(this::line);
    }
}
