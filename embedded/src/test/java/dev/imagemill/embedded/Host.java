package dev.imagemill.embedded;

import java.nio.file.Path;

/** A process of its own that runs the three servers: the parent in the tests of what becomes of them without it. */
final class Host {
    private Host() {}

    /**
     * Starts the servers, says so, and ends in order when standard input ends.
     *
     * @param args the folder, and {@code close} if they are to be closed at the end
     */
    public static void main(String[] args) throws Exception {
        var backends = EmbeddedBackends.start(Path.of(args[0]));
        System.out.println("ready");
        System.in.read();
        if (args.length > 1) {
            backends.close();
        }
    }
}
