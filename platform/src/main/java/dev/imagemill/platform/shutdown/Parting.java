package dev.imagemill.platform.shutdown;

import java.time.Duration;
import org.apache.coyote.AbstractProtocol;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Parts from clients in order when the service stops: they are told with their next answer to close the connection, and have a while
 * for that. Tomcat by itself closes kept connections in the moment in which it stops, and a request that is on its way then gets no
 * answer.
 */
final class Parting implements SmartLifecycle, ApplicationListener<ContextClosedEvent> {
    private static final long PAUSE_MILLIS = 20;
    /** Tomcat counts a connection before it has come. */
    private static final int WAITED_FOR = 1;

    private final WebServerApplicationContext context;
    private final Duration patience;
    private volatile boolean running;
    private volatile boolean parting;
    private volatile long begun;

    Parting(WebServerApplicationContext context, Duration patience) {
        this.context = context;
        this.patience = patience;
    }

    boolean hasBegun() {
        return parting;
    }

    /** Comes before anything is stopped; what stops before the server, as consumers, takes from the same while. */
    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        if (event.getApplicationContext() == context) {
            begun = System.nanoTime();
            parting = true;
        }
    }

    /** Right before the server takes no more requests. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE + 1;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        AbstractProtocol<?> connections = connections();
        try {
            while (connections != null
                    && connections.getConnectionCount() > WAITED_FOR
                    && System.nanoTime() - begun < patience.toNanos()) {
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private @Nullable AbstractProtocol<?> connections() {
        return context.getWebServer() instanceof TomcatWebServer server
                        && server.getTomcat().getConnector().getProtocolHandler() instanceof AbstractProtocol<?> known
                ? known
                : null;
    }
}
