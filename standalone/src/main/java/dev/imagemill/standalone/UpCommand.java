package dev.imagemill.standalone;

import dev.imagemill.cli.ExitCode;
import dev.imagemill.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code imagemill up}: serves until it is told to end. */
@Command(name = "up", description = "Start everything and serve until Ctrl-C.", mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ServerOptions options = new ServerOptions();

    UpCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (StandaloneServer server = options.server()) {
            server.start();
            terminal.line("ready " + server.address());
            untilTheEnd();
            return ExitCode.OK;
        }
    }

    /** A signal ends the JVM, whose shutdown hook closes the server. */
    static void untilTheEnd() throws InterruptedException {
        new CountDownLatch(1).await();
    }
}
