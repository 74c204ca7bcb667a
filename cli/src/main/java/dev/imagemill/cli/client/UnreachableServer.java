package dev.imagemill.cli.client;

import java.io.IOException;
import java.net.URI;

/** No answer came: nothing listens there, or the connection broke. */
public final class UnreachableServer extends RuntimeException {
    UnreachableServer(URI server, IOException cause) {
        super("no answer from " + server + ": " + reason(cause), cause);
    }

    private static String reason(IOException cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
