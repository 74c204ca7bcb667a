package dev.imagemill.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** A port on loopback; 0 lets the system choose. */
record Port(int number) {
    private static final int HIGHEST = 65_535;

    Port {
        if (number < 0 || number > HIGHEST) {
            throw new CannotStart("the port is " + number + ", expected 0 to " + HIGHEST);
        }
    }

    /** Refuses a port that something listens at already. */
    void requireFree() {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
        } catch (IOException e) {
            throw inUse(e);
        }
    }

    CannotStart inUse(Exception cause) {
        return new CannotStart(
                "port " + number + " on 127.0.0.1 is in use: end what listens there, or choose another with --port",
                cause);
    }
}
