package dev.imagemill.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.embedded.EmbeddedBackends;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** A service with as many processes as there are wanted and one address for all of them, as a Kubernetes Deployment with its Service. */
final class Replicas implements AutoCloseable {
    private static final Duration LONGEST_END = Duration.ofSeconds(60);
    private static final int TERMINATED = 128 + 15;

    private final String service;
    private final EmbeddedBackends backends;
    private final Path folder;
    private final Map<String, String> settings;
    private final Entrance entrance = new Entrance();
    private final Deque<ServiceProcess> running = new ArrayDeque<>();

    Replicas(String service, EmbeddedBackends backends, Path folder, Map<String, String> settings) throws IOException {
        this.service = service;
        this.backends = backends;
        this.folder = folder;
        this.settings = settings;
    }

    /** Where clients reach the service. */
    URI address() {
        return entrance.address();
    }

    Entrance entrance() {
        return entrance;
    }

    /** Starts one more, not yet to be reached. */
    void start() throws IOException {
        running.addLast(ServiceProcess.start(service, backends, folder, settings));
    }

    /** Waits for the one that was started last, and lets requests go to it. */
    void admitNewest() throws InterruptedException {
        ServiceProcess newest = running.getLast();
        Patience.await(service + " ready", newest::isReady);
        entrance.admit(newest.address());
    }

    /** A new one takes the place of the oldest, which ends by itself. */
    void replaceOldest() throws IOException, InterruptedException {
        start();
        admitNewest();
        ServiceProcess oldest = running.removeFirst();
        entrance.withdraw(oldest.address());
        oldest.process().terminate();
        assertThat(oldest.process().awaitEnd(LONGEST_END))
                .as("%s's exit code", service)
                .isEqualTo(TERMINATED);
        oldest.close();
        assertThat(entrance.unanswered(oldest.address()))
                .as("requests that %s left without an answer", service)
                .isZero();
    }

    /** The oldest is gone in the middle of what it does; the address that it had. */
    URI killOldest() throws InterruptedException {
        ServiceProcess oldest = running.removeFirst();
        entrance.withdraw(oldest.address());
        oldest.kill();
        oldest.close();
        return oldest.address();
    }

    @Override
    public void close() throws IOException {
        running.forEach(ServiceProcess::close);
        entrance.close();
    }
}
