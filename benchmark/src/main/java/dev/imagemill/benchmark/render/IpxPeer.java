package dev.imagemill.benchmark.render;

import dev.imagemill.benchmark.peer.NodePeers;
import dev.imagemill.benchmark.process.Surroundings;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** ipx in a Node.js process of its own. */
record IpxPeer(Process process, URI address) implements AutoCloseable {
    /** Over the files of a folder. */
    static IpxPeer overFiles(Path pictures) throws IOException {
        return start(List.of(pictures.toAbsolutePath().toString()));
    }

    /** Over HTTP addresses of this machine. */
    static IpxPeer overHttp() throws IOException {
        return start(List.of());
    }

    private static IpxPeer start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("node", "ipx-peer.mjs"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(NodePeers.folder("ipx").toFile())
                .redirectError(Redirect.INHERIT);
        builder.environment().putAll(Surroundings.environment());
        // Many pictures at a time rather than many threads for one, as on the other side.
        builder.environment().put("VIPS_CONCURRENCY", "1");
        Process process = builder.start();
        String port = process.inputReader().readLine();
        return new IpxPeer(process, URI.create("http://127.0.0.1:" + port));
    }

    /** Its version, and that of the sharp it brings along. */
    static String version() throws IOException {
        return "ipx " + NodePeers.version("ipx") + " with sharp " + NodePeers.version("ipx/node_modules/sharp");
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }
}
