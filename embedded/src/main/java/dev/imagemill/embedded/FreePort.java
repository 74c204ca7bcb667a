package dev.imagemill.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Finds loopback ports that nothing listens on, each given once: whoever got one may not listen on it yet. */
final class FreePort {
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePort() {}

    /** The port that was asked for, or a free one if that is 0. */
    static int orGiven(int port) {
        if (port != 0) {
            return port;
        }
        int found = any();
        while (!GIVEN.add(found)) {
            found = any();
        }
        return found;
    }

    private static int any() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new EmbeddedServerException("no free port was found", e);
        }
    }
}
