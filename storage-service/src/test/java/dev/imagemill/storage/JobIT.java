package dev.imagemill.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.imagemill.contract.event.ImageUploaded;
import dev.imagemill.contract.event.ItemResult;
import dev.imagemill.contract.event.SourceWork;
import dev.imagemill.contract.event.TransformFinished;
import dev.imagemill.contract.event.TransformRequested;
import dev.imagemill.contract.event.WantedRendition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Jobs against workers that repeat themselves, answer late and out of order, fail for now, and lose what they were given. */
class JobIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int IMAGES = 300;
    private static final int WIDTHS = 6;
    private static final String[] QUICK = {
        "imagemill.storage.ledger.bulk.lease=3s",
        "imagemill.storage.ledger.interactive.lease=3s",
        "imagemill.storage.ledger.first-back-off=50ms",
        "imagemill.storage.ledger.chunk-items=60",
        "imagemill.storage.ledger.poll=100ms",
        "imagemill.storage.jobs.page=70",
        "imagemill.storage.jobs.ahead=4"
    };

    private TestInstallation installation;
    private StorageNode node;
    private Wire wire;

    /** Makes what a test works on. */
    TestInstallation install() {
        return new TestInstallation("job");
    }

    @BeforeEach
    void start() {
        installation = install();
        node = installation.start(QUICK);
        wire = new Wire(installation);
        await().atMost(PATIENCE).until(() -> node.get("/v1/presets/thumbnails").status() == 200);
        List<ImageUploaded> uploads = IntStream.range(0, IMAGES)
                .mapToObj(i -> Uploads.of("%s/%03d.jpg".formatted(i < 200 ? "a" : "b", i)))
                .toList();
        wire.send(installation.imageEvents, uploads.stream().map(Uploads::event).toList());
        await().atMost(PATIENCE).until(() -> installation.number("SELECT count(*) FROM image") == IMAGES);
    }

    @AfterEach
    void stop() {
        wire.close();
        node.close();
    }

    @Test
    void endsExactlyWithUnreliableWorkersARestartAndTwoNodes() {
        try (Chaos chaos = new Chaos(installation)) {
            String job = submit("{\"preset\":\"thumbnails\",\"selection\":{\"all\":true}}");
            assertThat(node.get(job).json().path("items").path("total").asLong())
                    .isEqualTo(IMAGES * WIDTHS);
            await().atMost(PATIENCE)
                    .until(() -> node.get(job).json().path("items").path("done").asLong() > 200);

            node.close();
            node = installation.start(QUICK);
            try (StorageNode second = installation.start(QUICK)) {
                JsonNode end = completed(second, job);

                assertThat(end.path("items").path("failed").asLong()).isEqualTo(chaos.poisoned());
                assertThat(end.path("items").path("done").asLong()).isEqualTo(IMAGES * WIDTHS - chaos.poisoned());
                assertThat(end.path("items").path("running").asLong()).isZero();
                assertThat(end.path("secondsLeft").asDouble()).isZero();
            }
            assertThat(installation.number("SELECT count(*) FROM rendition"))
                    .isEqualTo(IMAGES * WIDTHS - chaos.poisoned());
            assertThat(installation.number("SELECT count(*) FROM job_failure")).isEqualTo(chaos.poisoned());
            assertThat(installation.number("SELECT count(*) FROM chunk WHERE state <> 'DONE' OR work IS NOT NULL"))
                    .isZero();
            assertThat(failures(job)).hasSize((int) chaos.poisoned()).doesNotHaveDuplicates();
            await().atMost(PATIENCE).until(() -> installation.number("SELECT count(*) FROM outbox") == 0);

            String again = submit("{\"preset\":\"thumbnails\",\"selection\":{\"namePrefix\":\"b/\"}}");
            JsonNode reused = completed(node, again);
            assertThat(reused.path("items").path("total").asLong()).isEqualTo(100 * WIDTHS);
            assertThat(reused.path("items").path("reused").asLong())
                    .isEqualTo(reused.path("items").path("done").asLong());
        }
    }

    @Test
    void failsAnItemThatIsUnavailableTooOften() {
        node.close();
        node = installation.start(
                "imagemill.storage.ledger.retries=2",
                "imagemill.storage.ledger.first-back-off=10ms",
                "imagemill.storage.ledger.poll=50ms");
        try (FakeWorker worker = new FakeWorker(installation, JobIT::unavailable)) {
            String image = node.get("/v1/images?limit=1")
                    .json()
                    .path("items")
                    .path(0)
                    .path("id")
                    .asString();
            String job = submit("{\"preset\":\"thumbnails\",\"selection\":{\"ids\":[\"" + image + "\"]}}");

            JsonNode end = completed(node, job);

            assertThat(end.path("items").path("failed").asLong()).isEqualTo(WIDTHS);
            assertThat(worker.seen).extracting(TransformRequested::attempt).containsExactly(1, 2, 3);
            JsonNode failure =
                    node.get(job + "/failures?limit=1").json().path("items").path(0);
            assertThat(failure.path("problem").path("code").asString()).isEqualTo("storage-unavailable");
            assertThat(failure.path("imageName").asString()).startsWith("b/");
        }
    }

    @Test
    void tellsHowMuchWorkWaits() {
        assertThat(waitingSeconds()).isZero();

        String job = submit("{\"preset\":\"thumbnails\",\"selection\":{\"all\":true}}");

        // 300 sources of 3 ms each and more by their size, and six renditions of 8 ms, most of them not in a chunk yet.
        await().atMost(PATIENCE).until(() -> waitingSeconds() > 15.3);
        assertThat(waitingSeconds()).isLessThan(60);
        try (FakeWorker _ = new FakeWorker(installation, request -> List.of(FakeWorker.stored(request)))) {
            await().atMost(PATIENCE)
                    .until(() -> node.get(job).json().path("state").asString().equals("COMPLETED"));
        }
        await().atMost(PATIENCE).until(() -> waitingSeconds() == 0);
    }

    /** As Prometheus reads it. */
    private double waitingSeconds() {
        String line = node.get("/actuator/prometheus")
                .text()
                .lines()
                .filter(candidate -> candidate.startsWith("imagemill_storage_work_waiting_seconds{")
                        && candidate.contains("lane=\"bulk\""))
                .findFirst()
                .orElseThrow();
        return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }

    @Test
    void completesAnEmptySelectionAtOnce() {
        String job = submit("{\"preset\":\"thumbnails\",\"selection\":{\"namePrefix\":\"nothing/\"}}");

        JsonNode end = node.get(job).json();

        assertThat(end.path("state").asString()).isEqualTo("COMPLETED");
        assertThat(end.path("items").path("total").asLong()).isZero();
    }

    @Test
    void leavesOutImagesThatComeAfterTheSubmission() {
        String job = submit("{\"preset\":\"thumbnails\",\"selection\":{\"all\":true}}");
        wire.send(installation.imageEvents, List.of(Uploads.event(Uploads.of("a/late.jpg"))));
        await().atMost(PATIENCE).until(() -> installation.number("SELECT count(*) FROM image") == IMAGES + 1);

        try (FakeWorker worker = new FakeWorker(installation, request -> List.of(FakeWorker.stored(request)))) {
            JsonNode end = completed(node, job);

            assertThat(end.path("items").path("total").asLong()).isEqualTo(IMAGES * WIDTHS);
            assertThat(end.path("items").path("done").asLong()).isEqualTo(IMAGES * WIDTHS);
            assertThat(worker.seen).isNotEmpty();
        }
    }

    private String submit(String body) {
        var answer = node.send("POST", "/v1/jobs", body);
        assertThat(answer.status()).isEqualTo(202);
        return answer.header("location");
    }

    private static JsonNode completed(StorageNode on, String job) {
        await().atMost(PATIENCE)
                .until(() -> on.get(job).json().path("state").asString().equals("COMPLETED"));
        return on.get(job).json();
    }

    private List<String> failures(String job) {
        List<String> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = node.get(job + "/failures?limit=7" + cursor).json();
            page.path("items")
                    .forEach(item -> all.add(item.path("imageId").asString()
                            + item.path("rendition").asString()));
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!cursor.isEmpty());
        return all;
    }

    private static List<TransformFinished> unavailable(TransformRequested request) {
        List<ItemResult> results = new ArrayList<>();
        for (SourceWork source : request.sources()) {
            for (WantedRendition item : source.renditions()) {
                results.add(new ItemResult.Unavailable(item.item(), "storage-unavailable", "away"));
            }
        }
        return List.of(FakeWorker.finished(request, results));
    }

    /** A worker of the worst kind: every decision comes from one seed, but for the timing. */
    private static final class Chaos implements AutoCloseable {
        private static final int POISONED_OF = 50;

        private final Random random = new Random(42);
        private volatile boolean closed;
        private final Wire wire;
        private final FakeWorker worker;
        private final TestInstallation installation;

        Chaos(TestInstallation installation) {
            this.installation = installation;
            this.wire = new Wire(installation);
            this.worker = new FakeWorker(installation, this::answer);
        }

        /** How many items can never be made: decided by the key, so that it is the same however often it is tried. */
        long poisoned() {
            return installation.number(
                    "SELECT count(*) FROM image_rendition WHERE get_byte(key, 0) %% %d = 0".formatted(POISONED_OF));
        }

        private List<TransformFinished> answer(TransformRequested request) {
            TransformFinished finished = FakeWorker.finished(request, results(request));
            return switch (random.nextInt(8)) {
                case 0 -> List.of();
                case 1 -> List.of(finished, finished);
                case 2, 3 -> {
                    later(2500).execute(() -> send(finished));
                    yield List.of();
                }
                case 4 -> {
                    later(4000).execute(() -> send(finished));
                    yield List.of(finished);
                }
                default -> List.of(finished);
            };
        }

        private Executor later(int longestMillis) {
            return CompletableFuture.delayedExecutor(random.nextInt(longestMillis), TimeUnit.MILLISECONDS);
        }

        private void send(TransformFinished finished) {
            if (closed) {
                return;
            }
            wire.send(
                    installation.transformResults,
                    List.of(dev.imagemill.contract.event.CloudEvent.now(
                            "urn:imagemill:chaos", finished, java.time.Clock.systemUTC())));
        }

        private List<ItemResult> results(TransformRequested request) {
            List<ItemResult> results = new ArrayList<>();
            for (SourceWork source : request.sources()) {
                for (WantedRendition item : source.renditions()) {
                    results.add(result(item));
                }
            }
            Collections.shuffle(results, random);
            return results;
        }

        private ItemResult result(WantedRendition item) {
            if (Integer.parseInt(item.key().substring(0, 2), 16) % POISONED_OF == 0) {
                return new ItemResult.Failed(item.item(), "corrupt-image", "cut off\0 here");
            }
            return random.nextInt(10) == 0
                    ? new ItemResult.Unavailable(item.item(), "storage-unavailable", "away")
                    : FakeWorker.stored(item);
        }

        @Override
        public void close() {
            worker.close();
            closed = true;
            wire.close();
        }
    }
}
