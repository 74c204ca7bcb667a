package dev.imagemill.benchmark.render;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Some clients, each of which asks for one picture after the other over a connection that stays open. */
final class Load implements AutoCloseable {
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /**
     * What came of some requests.
     *
     * @param seconds from the first request to the last answer
     * @param millis that each request took
     */
    record Answered(double seconds, List<Double> millis) {
        double perSecond() {
            return millis.size() / seconds;
        }
    }

    /** Asks for all of these, so many at a time; every one must be answered with a picture of this media type. */
    Answered run(List<URI> addresses, int clients, String mediaType) throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger();
        List<Double> millis = new ArrayList<>();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<List<Double>>> parts = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                parts.add(threads.submit(() -> client(addresses, next, mediaType)));
            }
            for (Future<List<Double>> part : parts) {
                millis.addAll(part.get());
            }
        }
        return new Answered((System.nanoTime() - start) / 1e9, millis);
    }

    @Override
    public void close() {
        http.close();
    }

    private List<Double> client(List<URI> addresses, AtomicInteger next, String mediaType)
            throws IOException, InterruptedException {
        List<Double> millis = new ArrayList<>();
        for (int i = next.getAndIncrement(); i < addresses.size(); i = next.getAndIncrement()) {
            HttpRequest request = HttpRequest.newBuilder(addresses.get(i))
                    .timeout(Duration.ofSeconds(60))
                    .build();
            long start = System.nanoTime();
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            millis.add((System.nanoTime() - start) / 1e6);
            String type = answer.headers().firstValue("Content-Type").orElse("");
            if (answer.statusCode() != 200 || !type.equals(mediaType) || answer.body().length == 0) {
                throw new IllegalStateException(answer.statusCode() + " " + type + " from " + addresses.get(i));
            }
        }
        return millis;
    }
}
