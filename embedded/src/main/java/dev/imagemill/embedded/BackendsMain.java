package dev.imagemill.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** The backends as a process of their own, for those who are not written in Java: they end when its standard input ends. */
public final class BackendsMain {
    private BackendsMain() {}

    /**
     * Starts them over the folder that is the only argument; prints each of {@link EmbeddedBackends#springProperties} as
     * {@code name=value}, then {@code ready}.
     *
     * @throws IOException if standard input cannot be read
     */
    public static void main(String[] args) throws IOException {
        try (EmbeddedBackends backends = EmbeddedBackends.start(Path.of(args[0]))) {
            backends.springProperties().forEach((name, value) -> System.out.println(name + "=" + value));
            System.out.println("ready");
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
