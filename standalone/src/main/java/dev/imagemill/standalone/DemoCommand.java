package dev.imagemill.standalone;

import dev.imagemill.cli.client.ImagemillClient;
import dev.imagemill.cli.demo.Demo;
import dev.imagemill.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code imagemill demo}: serves, and shows first what that is good for. */
@Command(
        name = "demo",
        description = "Start everything and run a folder's images, or some rendered here, through it.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ServerOptions options = new ServerOptions();

    @Parameters(paramLabel = "FOLDER", arity = "0..1", description = "images to use (default: some rendered here)")
    private @Nullable Path folder;

    @Option(names = "--exit", description = "end after the demo instead of staying up")
    private boolean exit;

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path images = folder;
        if (images != null && !Files.isDirectory(images)) {
            throw new CannotStart("there is no folder " + images);
        }
        try (StandaloneServer server = options.server()) {
            terminal.line("starting Postgres, Kafka, S3 and the services on " + server.folder());
            server.start();
            terminal.line("ready " + server.address());
            int result = run(server, images);
            if (!exit) {
                terminal.line();
                terminal.line("serving at " + server.address() + " until Ctrl-C");
                UpCommand.untilTheEnd();
            }
            return result;
        }
    }

    private int run(StandaloneServer server, @Nullable Path images) throws IOException, InterruptedException {
        try (ImagemillClient client = new ImagemillClient(server.address())) {
            return new Demo(client, terminal, server.folder()).run(images);
        }
    }
}
