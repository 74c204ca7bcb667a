package dev.imagemill.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.imagemill.cli.Imagemill;
import dev.imagemill.cli.RenderKey;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Clients that upload, read the catalogue and have pictures rendered, each over a connection of its own that it keeps, until they are
 * told to stop; uploads end at some hundreds. They send nothing again; but Java's client sends a GET once more when its connection ends before the answer begins.
 */
final class Load implements AutoCloseable {
    /** A request that was not answered with success. */
    record Failure(String request, Instant begun, Instant ended, String outcome) {}

    private static final int CLIENTS_A_KIND = 3;
    private static final int MOST_UPLOADS = 400;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);
    private static final RenderKey RENDER_KEY = RenderKey.random("k1");
    private static final String PIPELINE = """
            {"operations":[{"op":"scale","width":%d}],"output":{"format":"jpeg"}}""";

    private final URI ingest;
    private final URI storage;
    private final URI transform;
    private final List<Thread> clients = new ArrayList<>();
    private final Map<String, String> uploads = new ConcurrentHashMap<>();
    private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> requests = new ConcurrentSkipListMap<>();
    private final AtomicInteger pictures;
    private volatile boolean stopped;

    /**
     * @param firstPicture number of the first picture that is uploaded; each comes once
     */
    Load(URI ingest, URI storage, URI transform, int firstPicture) {
        this.pictures = new AtomicInteger(firstPicture);
        this.ingest = ingest;
        this.storage = storage;
        this.transform = transform;
    }

    /** What a worker must be told to accept the addresses that are asked for. */
    static Map<String, String> renderKey() {
        return Map.of(
                "imagemill.transform.render.keys[0].id", RENDER_KEY.id(),
                "imagemill.transform.render.keys[0].secret", RENDER_KEY.secret());
    }

    /** Lets the clients begin. */
    void start() {
        for (int i = 0; i < CLIENTS_A_KIND; i++) {
            clients.add(Thread.startVirtualThread(() -> run(this::upload)));
            clients.add(Thread.startVirtualThread(() -> run(this::read)));
            clients.add(Thread.startVirtualThread(() -> run(this::render)));
        }
    }

    /** Ends when every client has had its last answer. */
    void stop() throws InterruptedException {
        stopped = true;
        for (Thread client : clients) {
            client.join();
        }
    }

    /** Names of the pictures whose upload was acknowledged, by their image's id. */
    Map<String, String> uploads() {
        return uploads;
    }

    Collection<Failure> failures() {
        return failures;
    }

    /** How many requests of each kind were made. */
    Map<String, Integer> requests() {
        return requests;
    }

    /** Number of requests that have been answered with success. */
    int answered() {
        return requests.values().stream().mapToInt(Integer::intValue).sum() - failures.size();
    }

    private interface Turn {
        void take(HttpClient http) throws InterruptedException;
    }

    private void run(Turn turn) {
        try (HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build()) {
            while (!stopped) {
                turn.take(http);
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void upload(HttpClient http) throws InterruptedException {
        if (uploads.size() >= MOST_UPLOADS) {
            return;
        }
        int number = pictures.getAndIncrement();
        String name = "load-%05d.png".formatted(number);
        byte[] answer = send(
                http,
                "upload",
                HttpRequest.newBuilder(ingest.resolve("/v1/uploads?preset=thumbnails&name=" + name))
                        .header("Content-Type", "image/png")
                        .POST(BodyPublishers.ofByteArray(SmallPicture.png(number))));
        if (answer.length > 0) {
            uploads.put(json(answer).at("/images/0/id").asString(), name);
        }
    }

    private void read(HttpClient http) throws InterruptedException {
        byte[] page = send(http, "read", get(storage.resolve("/v1/images?limit=20")));
        if (page.length == 0) {
            return;
        }
        for (JsonNode image : json(page).get("items")) {
            byte[] renditions = send(
                    http, "read", get(storage.resolve(image.get("renditions").asString())));
            if (renditions.length > 0) {
                readFirst(http, json(renditions).get("items"));
            }
            if (stopped) {
                return;
            }
            Thread.sleep(PAUSE);
        }
    }

    private void readFirst(HttpClient http, JsonNode renditions) throws InterruptedException {
        for (JsonNode rendition : renditions) {
            if (rendition.get("state").asString().equals("READY")) {
                send(http, "read", get(storage.resolve(rendition.get("href").asString() + "/content")));
                return;
            }
        }
    }

    private void render(HttpClient http) throws InterruptedException {
        int width = 20 + pictures.get() % 80;
        send(
                http,
                "render",
                HttpRequest.newBuilder(
                                transform.resolve("/v1/transforms?pipeline=" + encoded(PIPELINE.formatted(width))))
                        .header("Content-Type", "image/png")
                        .POST(BodyPublishers.ofByteArray(SmallPicture.png(width))));
        byte[] page = send(http, "read", get(storage.resolve("/v1/images?limit=1")));
        if (page.length > 0 && json(page).at("/items/0/id").isString()) {
            String id = json(page).at("/items/0/id").asString();
            send(http, "render", get(URI.create(signed(PIPELINE.formatted(width), id))));
        }
    }

    private String signed(String pipeline, String image) {
        Captured output = new Captured();
        Imagemill.commandLine(output.terminal())
                .execute("render-url", "--key", RENDER_KEY.text(), "--server", transform.toString(), pipeline, image);
        return output.text().strip();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static HttpRequest.Builder get(URI address) {
        return HttpRequest.newBuilder(address).GET();
    }

    /** The body of a success, or nothing. */
    private byte[] send(HttpClient http, String kind, HttpRequest.Builder builder) throws InterruptedException {
        HttpRequest request = builder.timeout(LONGEST_ANSWER).build();
        Instant begun = Instant.now();
        requests.merge(kind, 1, Integer::sum);
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() / 100 == 2) {
                return response.body();
            }
            fail(request, begun, response.statusCode() + " " + new String(response.body(), UTF_8));
        } catch (IOException e) {
            fail(request, begun, e.toString());
        }
        return new byte[0];
    }

    private void fail(HttpRequest request, Instant begun, String outcome) {
        failures.add(new Failure(request.method() + " " + request.uri(), begun, Instant.now(), outcome));
    }

    private static JsonNode json(byte[] bytes) {
        return JsonMapper.shared().readTree(bytes);
    }

    @Override
    public void close() {
        stopped = true;
    }
}
