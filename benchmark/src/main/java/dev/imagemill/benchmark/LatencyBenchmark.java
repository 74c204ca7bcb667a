package dev.imagemill.benchmark;

import dev.imagemill.benchmark.deployment.Deployment;
import dev.imagemill.benchmark.deployment.Service;
import dev.imagemill.benchmark.photograph.DistinctCopy;
import dev.imagemill.benchmark.photograph.Photographs;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * From the first byte of an upload to the first 200 for a rendition, on an otherwise idle system: one JPEG of about 1 MB at a time, each
 * made unique by a comment segment, asking for one 400 px WebP.
 *
 * <p>Run with {@code benchmark/run latency [--write] [UPLOADS]}, which starts the services in processes of their own over the embedded
 * backends, or with {@code benchmark/run latency http://127.0.0.1:8080 [UPLOADS]} against a running server.
 */
final class LatencyBenchmark {
    private static final int USUAL = Effort.of(100, 5);
    private static final int WARM_UP = Effort.of(30, 1);
    private static final double WANTED_MILLIS = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(5);
    private static final String PIPELINE =
            "{\"operations\":[{\"op\":\"autorotate\"},{\"op\":\"scale\",\"width\":400}],\"output\":{\"format\":\"webp\"}}";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI ingest;
    private final URI catalogue;

    private LatencyBenchmark(URI ingest, URI catalogue) {
        this.ingest = ingest;
        this.catalogue = catalogue;
    }

    static void main(String[] arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of(arguments));
        boolean write = words.remove("--write");
        if (!words.isEmpty() && words.getFirst().startsWith("http")) {
            URI server = URI.create(words.removeFirst());
            System.out.println(new LatencyBenchmark(server, server).report(uploads(words)));
            return;
        }
        try (Deployment deployment = Deployment.start()) {
            Service catalogue = deployment.service("storage", Map.of());
            Service ingest = deployment.service("ingest", Map.of());
            deployment.service("transform", Map.of());
            String report = new LatencyBenchmark(ingest.address(), catalogue.address()).report(uploads(words));
            System.out.println(report);
            if (write) {
                new Section("latency").write(Section.PERFORMANCE, report);
            }
        }
    }

    private static int uploads(List<String> words) {
        return words.isEmpty() ? USUAL : Integer.parseInt(words.getFirst());
    }

    private String report(int uploads) throws IOException, InterruptedException {
        byte[] photograph = Files.readAllBytes(Photographs.sixMegapixels());
        for (int i = 0; i < WARM_UP; i++) {
            upload(DistinctCopy.of(photograph, UUID.randomUUID().toString()));
        }
        double[] millis = new double[uploads];
        for (int i = 0; i < uploads; i++) {
            millis[i] = upload(DistinctCopy.of(photograph, UUID.randomUUID().toString())) / 1e6;
        }
        Arrays.sort(millis);
        double p95 = millis[(int) (uploads * 0.95)];
        return String.join(
                "\n\n",
                "On " + Machine.described() + ".",
                Verdict.table(List.of(Verdict.atMost("95th percentile", WANTED_MILLIS, p95, "ms"))),
                String.format(
                        Locale.ROOT, """
                        | uploads | bytes each | median | 95th percentile | longest |
                        |---|---|---|---|---|
                        | %d | %,d | %.0f ms | %.0f ms | %.0f ms |""", uploads, photograph.length, millis[uploads / 2], p95, millis[uploads - 1]));
    }

    private long upload(byte[] jpeg) throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpRequest request = HttpRequest.newBuilder(
                        ingest.resolve("/v1/uploads?pipeline=" + URLEncoder.encode(PIPELINE, StandardCharsets.UTF_8)))
                .header("Content-Type", "image/jpeg")
                .POST(BodyPublishers.ofByteArray(jpeg))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
        JsonNode image = JSON.readTree(answer.body()).get("images").get(0);
        URI renditions = catalogue.resolve(image.get("href").stringValue() + "/renditions");
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
                    return catalogue.resolve(rendition.get("href").stringValue() + "/content");
                }
                case "FAILED" -> throw new IllegalStateException(rendition.toString());
                default -> {}
            }
        }
        return null;
    }
}
