package dev.imagemill.platform.connection;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Leaves with each request what can tell whether its client is still there. */
final class ConnectionValve extends ValveBase {
    static final String ATTRIBUTE = ClientConnection.class.getName();

    ConnectionValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request connection = request.getCoyoteRequest();
        request.setAttribute(ATTRIBUTE, (ClientConnection) () -> {
            if (hasBody(connection)) {
                response.setHeader("Connection", "close");
            }
            return isGone(connection);
        });
        getNext().invoke(request, response);
    }

    /**
     * Tomcat is asked whether there is something to read. Where there is nothing, it looks at the socket without waiting; the socket's
     * end counts as something to read, so that the next read may report it. So do bytes of a next request, but those lie in its
     * buffer afterwards and it does not look again: only the end is found twice.
     */
    private static boolean isGone(org.apache.coyote.Request connection) {
        boolean something = findsSomething(connection);
        return something && findsSomething(connection);
    }

    /**
     * Bytes of a next request that were read together with the end of a body are lost when Tomcat looks at the socket, so the connection
     * must not be used again then.
     */
    private static boolean hasBody(org.apache.coyote.Request connection) {
        return connection.getContentLengthLong() != 0
                && (connection.getContentLengthLong() > 0 || connection.getHeader("Transfer-Encoding") != null);
    }

    private static boolean findsSomething(org.apache.coyote.Request connection) {
        connection.action(ActionCode.AVAILABLE, true);
        return connection.getAvailable() > 0;
    }
}
