package dev.imagemill.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One address for all instances of a service, as a Kubernetes Service is one for its ready pods: a new connection goes to the admitted
 * instances in turn and stays with its instance until one end closes it, also after the instance was withdrawn. Bytes pass as they are
 * and nothing is sent twice.
 */
final class Entrance implements AutoCloseable {
    private static final int CONNECT_MILLIS = 5_000;

    private final ServerSocket door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<URI> admitted = new CopyOnWriteArrayList<>();
    private final Map<URI, AtomicInteger> unanswered = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();

    Entrance() throws IOException {
        threads.execute(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /** New connections go to this instance, too. */
    void admit(URI instance) {
        admitted.add(instance);
    }

    /** No new connection goes to this instance. */
    void withdraw(URI instance) {
        admitted.remove(instance);
    }

    /** How many connections the instance ended, or refused, when the client had spoken last: each a request without an answer. */
    int unanswered(URI instance) {
        return count(instance).get();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                threads.execute(() -> serve(client));
            }
        } catch (IOException closed) {
            // the end of the entrance
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket instance = new Socket()) {
            List<URI> ready = List.copyOf(admitted);
            if (ready.isEmpty()) {
                return;
            }
            URI chosen = ready.get(Math.floorMod(turn.getAndIncrement(), ready.size()));
            new Passage(client, instance, count(chosen)).run(chosen);
        } catch (IOException broken) {
            // One of the two has gone; the other is told so by the end of its connection.
        }
    }

    private AtomicInteger count(URI instance) {
        return unanswered.computeIfAbsent(instance, first -> new AtomicInteger());
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }

    /** Two connections as one. */
    private final class Passage {
        private final Socket client;
        private final Socket instance;
        private final AtomicInteger unanswered;
        private volatile boolean asked = true;
        private volatile boolean clientLeft;

        Passage(Socket client, Socket instance, AtomicInteger unanswered) {
            this.client = client;
            this.instance = instance;
            this.unanswered = unanswered;
        }

        void run(URI chosen) throws IOException {
            try {
                instance.connect(new InetSocketAddress(chosen.getHost(), chosen.getPort()), CONNECT_MILLIS);
                threads.execute(this::forth);
                back();
            } finally {
                if (asked && !clientLeft) {
                    unanswered.incrementAndGet();
                }
            }
        }

        private void forth() {
            byte[] buffer = new byte[1 << 16];
            try {
                for (int length = client.getInputStream().read(buffer);
                        length >= 0;
                        length = client.getInputStream().read(buffer)) {
                    asked = true;
                    instance.getOutputStream().write(buffer, 0, length);
                }
                clientLeft = true;
                instance.shutdownOutput();
            } catch (IOException broken) {
                // The way back finds out as well.
            }
        }

        private void back() throws IOException {
            byte[] buffer = new byte[1 << 16];
            for (int length = instance.getInputStream().read(buffer);
                    length >= 0;
                    length = instance.getInputStream().read(buffer)) {
                asked = false;
                client.getOutputStream().write(buffer, 0, length);
            }
        }
    }
}
