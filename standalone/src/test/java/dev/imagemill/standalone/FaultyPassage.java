package dev.imagemill.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A way to a server on which things go wrong: of the requests that pass, some are answered with 503 in the server's stead, some end
 * with the connection reset, before the answer or in the middle of it, and some wait.
 */
final class FaultyPassage implements AutoCloseable {
    private static final byte[] REFUSAL =
            "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_DELAY_MILLIS = 1500;

    private final URI server;
    private final ServerSocket entrance = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Random random = new Random(1);
    private final AtomicInteger faults = new AtomicInteger();

    FaultyPassage(URI server) throws IOException {
        this.server = server;
        threads.execute(this::accept);
    }

    URI entrance() {
        return URI.create("http://127.0.0.1:" + entrance.getLocalPort());
    }

    /** How many requests went wrong. */
    int faults() {
        return faults.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = entrance.accept();
                threads.execute(() -> serve(client));
            }
        } catch (IOException closed) {
            // the end of the passage
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket onward = new Socket(server.getHost(), server.getPort())) {
            threads.execute(() -> back(onward, client));
            byte[] buffer = new byte[1 << 16];
            InputStream in = client.getInputStream();
            OutputStream out = onward.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                if (beginsRequest(buffer) && !passes(client)) {
                    return;
                }
                out.write(buffer, 0, length);
            }
        } catch (IOException | InterruptedException broken) {
            // Either side has gone; the sockets are closed.
        }
    }

    private void back(Socket onward, Socket client) {
        byte[] buffer = new byte[1 << 16];
        try (client;
                onward) {
            InputStream in = onward.getInputStream();
            OutputStream out = client.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                if (oneIn(40)) {
                    out.write(buffer, 0, length / 2);
                    reset(client);
                    return;
                }
                out.write(buffer, 0, length);
            }
        } catch (IOException broken) {
            // Either side has gone; the sockets are closed.
        }
    }

    /** Whether a request goes on to the server. */
    private boolean passes(Socket client) throws IOException, InterruptedException {
        if (oneIn(10)) {
            faults.incrementAndGet();
            client.getOutputStream().write(REFUSAL);
            client.getOutputStream().flush();
            return false;
        }
        if (oneIn(20)) {
            reset(client);
            return false;
        }
        if (oneIn(20)) {
            Thread.sleep(number(LONGEST_DELAY_MILLIS));
        }
        return true;
    }

    private void reset(Socket client) throws IOException {
        faults.incrementAndGet();
        client.setSoLinger(true, 0);
        client.close();
    }

    private static boolean beginsRequest(byte[] bytes) {
        String beginning = new String(bytes, 0, 5, StandardCharsets.US_ASCII);
        return beginning.startsWith("GET ")
                || beginning.startsWith("PUT ")
                || beginning.startsWith("HEAD ")
                || beginning.startsWith("POST ");
    }

    private boolean oneIn(int many) {
        return number(many) == 0;
    }

    private synchronized int number(int bound) {
        return random.nextInt(bound);
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        threads.shutdownNow();
    }
}
