package dev.imagemill.benchmark.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/** The folder with the peers that come from npm. */
public final class NodePeers {
    private NodePeers() {}

    /** That of {@code imagemill.peers}, in which {@code npm ci} must have installed this package. */
    public static Path folder(String packageName) {
        Path folder = Path.of(System.getProperty("imagemill.peers", "benchmark/peers"));
        if (!Files.isDirectory(folder.resolve("node_modules").resolve(packageName))) {
            throw new IllegalStateException(
                    "no " + packageName + " in " + folder + ": run `npm ci` there, or use benchmark/run");
        }
        return folder;
    }

    /** The version of a package, named by its path below the folder for modules. */
    public static String version(String packagePath) throws IOException {
        Path description =
                folder(packagePath).resolve("node_modules").resolve(packagePath).resolve("package.json");
        return new JsonMapper()
                .readTree(Files.readString(description))
                .get("version")
                .stringValue();
    }
}
