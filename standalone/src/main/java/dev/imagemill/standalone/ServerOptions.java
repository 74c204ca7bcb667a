package dev.imagemill.standalone;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where Imagemill keeps everything and where it listens. */
final class ServerOptions {
    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "port on 127.0.0.1, 0 for any free one (default: 8080)")
    private int port = 8080;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${sys:imagemill.data:-data}",
            description = "folder that everything is kept in (default: ${DEFAULT-VALUE})")
    private Path data = Path.of("data");

    /** The server, its port and folder checked, not started, and to be closed when this JVM ends. */
    StandaloneServer server() {
        StandaloneServer server = StandaloneServer.on(data, port);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
        return server;
    }
}
