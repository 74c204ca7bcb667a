package dev.imagemill.platform.connection;

import jakarta.servlet.http.HttpServletRequest;

/** The connection that a request came over, to be asked while its answer is being made. By the request's own thread only. */
public interface ClientConnection {
    /** Whether the client has closed it, so that nobody waits for the answer. */
    boolean isGone();

    /** The connection of a request; one that never says it is gone, where nobody can tell. */
    static ClientConnection of(HttpServletRequest request) {
        return request.getAttribute(ConnectionValve.ATTRIBUTE) instanceof ClientConnection known ? known : () -> false;
    }
}
