package dev.imagemill.benchmark.worker;

import dev.imagemill.benchmark.deployment.Service;
import dev.imagemill.benchmark.process.MachineTime;
import dev.imagemill.cli.client.ImagemillClient;
import dev.imagemill.cli.client.Job;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A job over the whole catalogue, watched from its beginning to its end. */
final class BulkJob {
    private static final int INTERVAL_MILLIS = 1000;
    private static final Duration PATIENCE = Duration.ofHours(3);
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final double MIB = 1 << 20;
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> RENDITIONS = List.of("""
            {"name":"w400","pipeline":{"operations":[{"op":"autorotate"},{"op":"scale","width":400}],"output":{"format":"webp","quality":80}}}""", """
            {"name":"w1200","pipeline":{"operations":[{"op":"autorotate"},{"op":"scale","width":1200}],"output":{"format":"jpeg","quality":80}}}""");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Service storage;
    private final Service worker;

    BulkJob(Service storage, Service worker) {
        this.storage = storage;
        this.worker = worker;
    }

    /** Does it. */
    Course run(int images) throws IOException, InterruptedException {
        List<Sample> samples = new ArrayList<>();
        try (ImagemillClient client = new ImagemillClient(storage.address())) {
            long begun = System.nanoTime();
            samples.add(sample(begun, 0));
            String id = start();
            Job job = client.job(id);
            while (!job.isOver()) {
                if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                    throw new IllegalStateException("the job is not over after " + PATIENCE + ": " + job);
                }
                Thread.sleep(INTERVAL_MILLIS);
                job = client.job(id);
                samples.add(sample(begun, job.items().finished() / RENDITIONS.size()));
                if (samples.size() % 60 == 0) {
                    System.err.println(samples.getLast());
                }
            }
            requireAllMade(job, images);
        }
        return new Course(samples, images, CORES);
    }

    private static void requireAllMade(Job job, int images) {
        Job.Items items = job.items();
        if (items.done() != (long) RENDITIONS.size() * images || items.reused() != 0) {
            throw new IllegalStateException("not every rendition was made: " + job);
        }
    }

    private String start() throws IOException, InterruptedException {
        String body = "{\"selection\":{\"all\":true},\"renditions\":[" + String.join(",", RENDITIONS) + "]}";
        HttpRequest request = HttpRequest.newBuilder(storage.address().resolve("/v1/jobs"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return read(request).get("id").stringValue();
    }

    private Sample sample(long begun, long images) throws IOException, InterruptedException {
        return new Sample(
                (System.nanoTime() - begun) / 1e9,
                images,
                metric("imagemill.transform.compute.busy"),
                worker.time().seconds(),
                MachineTime.now(),
                worker.memory().now(),
                metric("jvm.memory.committed?tag=area:heap") / MIB);
    }

    private double metric(String name) throws IOException, InterruptedException {
        URI address = worker.address().resolve("/actuator/metrics/" + name);
        return read(HttpRequest.newBuilder(address).build())
                .get("measurements")
                .get(0)
                .get("value")
                .doubleValue();
    }

    private JsonNode read(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
