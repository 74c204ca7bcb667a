package dev.imagemill.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** Clients that upload a picture, list images and have a picture made, in turn, through one address until they are told to stop. Nothing is sent twice. */
final class UploadStream {
    private static final int CLIENTS = 4;
    private static final int MOST_PICTURES = 20_000;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final URI server;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Thread> clients = new ArrayList<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger pictures = new AtomicInteger();
    private final Set<String> uploaded = ConcurrentHashMap.newKeySet();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;

    UploadStream(URI server) {
        this.server = server;
        for (int client = 0; client < CLIENTS; client++) {
            clients.add(Thread.ofVirtual().start(this::run));
        }
    }

    /** Requests that were answered as they should be. */
    int answers() {
        return answers.get();
    }

    /** Ids of the images whose upload was acknowledged. */
    Set<String> uploaded() {
        return uploaded;
    }

    /** What every other request came to. */
    Queue<String> failures() {
        return failures;
    }

    /** Returns when every client has had its last answer. */
    void finish() throws InterruptedException {
        stopped = true;
        for (Thread client : clients) {
            client.join();
        }
    }

    private void run() {
        try {
            for (int number = pictures.getAndIncrement();
                    !stopped && number < MOST_PICTURES;
                    number = pictures.getAndIncrement()) {
                byte[] picture = SmallPicture.png(number);
                String answer = post("/v1/uploads?preset=thumbnails&name=stream-%04d.png".formatted(number), picture);
                if (!answer.isEmpty()) {
                    uploaded.add(JsonMapper.shared()
                            .readTree(answer)
                            .at("/images/0/id")
                            .asString());
                }
                send(request("/v1/images?limit=1").GET());
                post("/v1/transforms?pipeline=thumbnails.w100", picture);
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String post(String path, byte[] picture) throws InterruptedException {
        return send(request(path).header("Content-Type", "image/png").POST(BodyPublishers.ofByteArray(picture)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path));
    }

    private String send(HttpRequest.Builder builder) throws InterruptedException {
        HttpRequest request = builder.build();
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            String body = new String(response.body(), UTF_8);
            if (response.statusCode() / 100 == 2) {
                answers.incrementAndGet();
                return body;
            }
            failures.add(request.uri() + ": " + response.statusCode() + " " + body);
        } catch (IOException e) {
            failures.add(request.uri() + ": " + e);
        }
        return "";
    }
}
