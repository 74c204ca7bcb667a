package dev.imagemill.cli;

import dev.imagemill.cli.client.ImagemillClient;
import java.net.URI;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Which server a command talks to. */
final class ServerOption {
    @Option(
            names = "--server",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            defaultValue = "${env:IMAGEMILL_SERVER:-http://127.0.0.1:8080}",
            description = "the server (default: $$IMAGEMILL_SERVER, else http://127.0.0.1:8080)")
    private URI server = URI.create("http://127.0.0.1:8080");

    ImagemillClient client() {
        return new ImagemillClient(server);
    }
}
