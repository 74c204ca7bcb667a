package dev.imagemill.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * From the first byte of an upload to the first 200 for a rendition, against a running and otherwise idle server: one JPEG of about
 * 1 MB at a time, each made unique by a comment segment, asking for one 400 px WebP.
 *
 * <p>Run with {@code benchmark/run latency http://127.0.0.1:8080 [UPLOADS]}.
 */
final class LatencyBenchmark {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(5);
    private static final String PIPELINE =
            "{\"operations\":[{\"op\":\"autorotate\"},{\"op\":\"scale\",\"width\":400}],\"output\":{\"format\":\"webp\"}}";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;

    private LatencyBenchmark(URI server) {
        this.server = server;
    }

    static void main(String[] arguments) throws Exception {
        LatencyBenchmark benchmark = new LatencyBenchmark(URI.create(arguments[0]));
        int uploads = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
        byte[] photograph = Files.readAllBytes(Photograph.oneMegabyte());
        for (int i = 0; i < 20; i++) {
            benchmark.upload(unique(photograph));
        }
        double[] millis = new double[uploads];
        for (int i = 0; i < uploads; i++) {
            millis[i] = benchmark.upload(unique(photograph)) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%d uploads of %,d bytes, upload to rendition readable: p50 %.0f ms, p95 %.0f ms, max %.0f ms%n",
                uploads,
                photograph.length,
                millis[uploads / 2],
                millis[(int) (uploads * 0.95)],
                millis[uploads - 1]);
    }

    private long upload(byte[] jpeg) throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpRequest request = HttpRequest.newBuilder(
                        server.resolve("/v1/uploads?pipeline=" + URLEncoder.encode(PIPELINE, StandardCharsets.UTF_8)))
                .header("Content-Type", "image/jpeg")
                .POST(BodyPublishers.ofByteArray(jpeg))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
        JsonNode image = JSON.readTree(answer.body()).get("images").get(0);
        URI renditions = server.resolve(image.get("href").stringValue() + "/renditions");
        while (System.nanoTime() - start < PATIENCE.toNanos()) {
            URI ready = ready(renditions);
            if (ready != null) {
                HttpResponse<byte[]> content =
                        http.send(HttpRequest.newBuilder(ready).build(), BodyHandlers.ofByteArray());
                if (content.statusCode() == 200) {
                    return System.nanoTime() - start;
                }
            }
            Thread.sleep(POLL);
        }
        throw new IllegalStateException("no rendition within " + PATIENCE + " at " + renditions);
    }

    private @Nullable URI ready(URI renditions) throws IOException, InterruptedException {
        HttpResponse<String> list = http.send(HttpRequest.newBuilder(renditions).build(), BodyHandlers.ofString());
        if (list.statusCode() != 200) {
            return null;
        }
        for (JsonNode rendition : JSON.readTree(list.body()).get("items")) {
            switch (rendition.get("state").stringValue()) {
                case "READY" -> {
                    return server.resolve(rendition.get("href").stringValue() + "/content");
                }
                case "FAILED" -> throw new IllegalStateException(rendition.toString());
                default -> {}
            }
        }
        return null;
    }

    /** The same picture under another digest: a comment segment behind the start of image. */
    private static byte[] unique(byte[] jpeg) {
        byte[] text = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream file = new ByteArrayOutputStream(jpeg.length + text.length + 4);
        file.write(jpeg, 0, 2);
        file.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (text.length + 2)});
        file.writeBytes(text);
        file.write(jpeg, 2, jpeg.length - 2);
        return file.toByteArray();
    }
}
