package dev.imagemill.transform.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.codec.Limits;
import dev.imagemill.contract.event.BlobRef;
import dev.imagemill.contract.event.ItemResult;
import dev.imagemill.contract.event.Lane;
import dev.imagemill.contract.event.SourceWork;
import dev.imagemill.contract.event.TransformFinished;
import dev.imagemill.contract.event.TransformRequested;
import dev.imagemill.contract.event.WantedRendition;
import dev.imagemill.contract.id.Uuid7;
import dev.imagemill.contract.pipeline.Autorotate;
import dev.imagemill.contract.pipeline.Color;
import dev.imagemill.contract.pipeline.Crop;
import dev.imagemill.contract.pipeline.Fit;
import dev.imagemill.contract.pipeline.Gravity;
import dev.imagemill.contract.pipeline.Kernel;
import dev.imagemill.contract.pipeline.Output;
import dev.imagemill.contract.pipeline.OutputFormat;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.pipeline.Scale;
import dev.imagemill.contract.pipeline.Watermark;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.contract.store.ObjectKeys;
import dev.imagemill.contract.store.Sha256;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import dev.imagemill.platform.blobstore.InMemoryBlobStore;
import dev.imagemill.transform.bench.Bench;
import dev.imagemill.transform.bench.ComputePool;
import dev.imagemill.transform.bench.CrashJournal;
import dev.imagemill.transform.bench.MarkShelf;
import dev.imagemill.transform.bench.MemoryBudget;
import dev.imagemill.transform.bench.ProfileShelf;
import dev.imagemill.transform.bench.WorkerMeters;
import dev.imagemill.transform.engine.Engine;
import dev.imagemill.transform.engine.Pictures;
import dev.imagemill.transform.rendition.Patience;
import dev.imagemill.transform.rendition.RenditionStore;
import dev.imagemill.transform.rendition.SourceWorker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ChunkWorkerTest {
    private static final Pipeline SMALL =
            Pipeline.of(Output.of(OutputFormat.JPEG), new Autorotate(), Scale.inside(50, 50));
    private static final Pipeline LARGE = Pipeline.of(Output.of(OutputFormat.WEBP), Scale.inside(200, 200));
    private static final Pipeline IMPOSSIBLE = Pipeline.of(Output.of(OutputFormat.PNG), new Crop(5000, 0, 10, 10));

    @TempDir
    Path folder;

    private final InMemoryBlobStore blobs = new InMemoryBlobStore();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ComputePool pool = new ComputePool(2);
    private MemoryBudget memory = new MemoryBudget(256L << 20);
    private Duration timeLimit = Duration.ofSeconds(30);

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void storesEveryRenditionAndTellsWhatItStored() throws Exception {
        TransformFinished finished = worker().work(chunk(source(0, photograph(1), SMALL, LARGE)));

        assertThat(finished.worker()).isEqualTo("here");
        assertThat(finished.decoded()).isEqualTo(1);
        assertThat(finished.results())
                .hasSize(2)
                .allSatisfy(result -> assertThat(result).isInstanceOfSatisfying(ItemResult.Stored.class, stored -> {
                    byte[] bytes = blobs.get(ObjectKeys.rendition(stored.key()));
                    assertThat(stored.bytes()).isEqualTo(bytes.length);
                    assertThat(stored.sha256()).isEqualTo(Sha256.of(bytes));
                    assertThat(stored.reused()).isFalse();
                    assertThat(Pictures.decode(bytes).size()).isEqualTo(new ImageSize(stored.width(), stored.height()));
                }));
        assertThat(finished.results()).extracting(ItemResult::item).containsExactly(0, 1);
    }

    @Test
    void decodesNothingWhenAChunkComesAgain() throws Exception {
        TransformRequested chunk = chunk(source(0, photograph(1), SMALL, LARGE), source(2, photograph(2), SMALL));
        TransformFinished first = worker().work(chunk);
        TransformFinished again = worker().work(chunk);

        assertThat(again.decoded()).isZero();
        assertThat(registry.counter("imagemill.transform.decodes").count()).isEqualTo(2);
        assertThat(again.results())
                .allSatisfy(result -> assertThat(result)
                        .isInstanceOfSatisfying(
                                ItemResult.Stored.class,
                                stored -> assertThat(stored.reused()).isTrue()));
        assertThat(again.results())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("reused")
                .containsExactlyElementsOf(first.results());
    }

    @Test
    void makesWhatIsMissingAndMakesItTheSame() throws Exception {
        TransformRequested chunk = chunk(source(0, photograph(1), SMALL, LARGE));
        TransformFinished first = worker().work(chunk);
        blobs.delete(ObjectKeys.rendition(
                chunk.sources().getFirst().renditions().getFirst().key()));

        TransformFinished again = worker().work(chunk);

        assertThat(again.results().getFirst()).isEqualTo(first.results().getFirst());
        assertThat(((ItemResult.Stored) again.results().get(1)).reused()).isTrue();
    }

    @Test
    void failsWhatIsBrokenAndDoesTheRest() throws Exception {
        byte[] sound = photograph(1);
        byte[] broken = Arrays.copyOf(sound, sound.length / 2);
        TransformFinished finished = worker().work(chunk(
                source(0, broken, SMALL, LARGE),
                source(2, "no picture".getBytes(java.nio.charset.StandardCharsets.UTF_8), SMALL),
                source(3, sound, IMPOSSIBLE, SMALL)));

        assertFailed(finished, 0, ProblemType.CORRUPT_IMAGE);
        assertFailed(finished, 1, ProblemType.CORRUPT_IMAGE);
        assertFailed(finished, 2, ProblemType.NOT_AN_IMAGE);
        assertFailed(finished, 3, ProblemType.OPERATION_OUT_OF_BOUNDS);
        assertThat(finished.results().get(4)).isInstanceOf(ItemResult.Stored.class);
    }

    @Test
    void failsASourceWhoseBytesAreGone() throws Exception {
        TransformRequested chunk = chunk(source(0, photograph(1), SMALL));
        blobs.delete(chunk.sources().getFirst().blob().objectKey());
        assertFailed(worker().work(chunk), 0, ProblemType.SOURCE_MISSING);
    }

    @Test
    void reportsBackWhatTheStoreCouldNotDo() throws Exception {
        TransformRequested chunk = chunk(source(0, photograph(1), SMALL, LARGE));
        blobs.setAvailable(false);
        TransformFinished finished = worker().work(chunk);
        assertUnavailable(finished, 0, ProblemType.STORAGE_UNAVAILABLE);
        assertUnavailable(finished, 1, ProblemType.STORAGE_UNAVAILABLE);
    }

    @Test
    void decodesOneBlobOfSeveralImagesOnce() throws Exception {
        TransformFinished finished =
                worker().work(chunk(source(0, photograph(1), SMALL), source(1, photograph(1), SMALL)));
        assertThat(finished.decoded()).isEqualTo(1);
        assertThat(finished.results())
                .extracting(result -> ((ItemResult.Stored) result).reused())
                .containsExactly(false, true);
    }

    @Test
    void doesNotDecodeASourceThatCrashedTheWorkerTwice() throws Exception {
        TransformRequested chunk = chunk(source(0, photograph(1), SMALL), source(1, photograph(2), SMALL));
        String poison = chunk.sources().getFirst().blob().sha256();
        new CrashJournal(folder).begin(poison);
        new CrashJournal(folder).begin(poison);

        TransformFinished finished = worker().work(chunk);

        assertFailed(finished, 0, ProblemType.DECODER_CRASHED);
        assertThat(finished.results().get(1)).isInstanceOf(ItemResult.Stored.class);
        assertThat(finished.decoded()).isEqualTo(1);
    }

    @Test
    void clearsASuspect() throws Exception {
        TransformRequested chunk = chunk(source(0, photograph(1), SMALL));
        String suspect = chunk.sources().getFirst().blob().sha256();
        new CrashJournal(folder).begin(suspect);

        assertThat(worker().work(chunk).results().getFirst()).isInstanceOf(ItemResult.Stored.class);
        assertThat(new CrashJournal(folder).suspects(suspect)).isFalse();
        assertThat(memory.freeBytes()).isEqualTo(256L << 20);
    }

    @Test
    void failsAtOnceWhatItsMemoryCouldNeverHold() throws Exception {
        memory = new MemoryBudget(10_000);
        TransformFinished finished = worker().work(chunk(source(0, photograph(1), SMALL, IMPOSSIBLE)));

        assertFailed(finished, 0, ProblemType.TOO_MUCH_MEMORY);
        assertThat(((ItemResult.Failed) finished.results().getFirst()).detail())
                .matches("this takes about \\d+ bytes of memory, and the worker has 12288 for all it works on");
        assertFailed(finished, 1, ProblemType.OPERATION_OUT_OF_BOUNDS);
        assertThat(finished.decoded()).isZero();
    }

    @Test
    void failsASuspectThatItsMemoryCouldNeverHold() throws Exception {
        memory = new MemoryBudget(10_000);
        TransformRequested chunk = chunk(source(0, photograph(1), SMALL));
        new CrashJournal(folder).begin(chunk.sources().getFirst().blob().sha256());

        assertFailed(worker().work(chunk), 0, ProblemType.TOO_MUCH_MEMORY);
    }

    @Test
    void makesOneAfterTheOtherWhatItsMemoryCannotHoldTogether() throws Exception {
        byte[] png = Pictures.png(Pictures.photograph(100, 100));
        List<Pipeline> possible = List.of(enlarged(300), SMALL, LARGE, enlarged(301));
        List<ItemResult> together = worker().work(chunk(source(0, png, possible.toArray(Pipeline[]::new))))
                .results();
        together.forEach(result -> blobs.delete(ObjectKeys.rendition(((ItemResult.Stored) result).key())));
        memory = new MemoryBudget(700_000);
        long budget = memory.freeBytes();

        TransformFinished finished =
                worker().work(chunk(source(0, png, enlarged(300), SMALL, LARGE, enlarged(301), enlarged(3000))));

        assertThat(finished.results().subList(0, 4)).isEqualTo(together);
        assertFailed(finished, 4, ProblemType.TOO_MUCH_MEMORY);
        assertThat(registry.counter("imagemill.transform.decodes").count()).isEqualTo(1 + 2);
        assertThat(memory.freeBytes()).isEqualTo(budget);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void failsASourceThatTakesTooLong() throws Exception {
        // Large, so that it is still in work when the thread that waits for it looks, however busy the machine.
        timeLimit = Duration.ofNanos(1);
        assertFailed(worker().work(chunk(source(0, noise(), SMALL))), 0, ProblemType.TIME_LIMIT_EXCEEDED);
        awaitAllGivenBack();
        timeLimit = Duration.ofSeconds(30);
        assertThat(worker().work(chunk(source(0, photograph(1), SMALL)))
                        .results()
                        .getFirst())
                .isInstanceOf(ItemResult.Stored.class);
    }

    @Test
    void doesNotWriteUnderAKeyOfAnotherEngine() throws Exception {
        SourceWork own = source(0, photograph(1), SMALL);
        SourceWork foreign = new SourceWork(
                own.imageId(), own.blob(), List.of(new WantedRendition(0, "custom.a", "f".repeat(64), SMALL)));
        assertUnavailable(worker().work(chunk(foreign)), 0, ProblemType.INTERNAL_ERROR);
        assertThat(blobs.exists(ObjectKeys.rendition("f".repeat(64)))).isFalse();
    }

    @Test
    void readsALargeSourceFromAFile() throws Exception {
        byte[] png = noise();
        assertThat(png.length).isGreaterThan((int) RenditionStore.MOST_IN_MEMORY);
        assertThat(worker().work(chunk(source(0, png, SMALL))).results().getFirst())
                .isInstanceOf(ItemResult.Stored.class);
    }

    @Test
    void fetchesAWatermarkOnceForManySources() throws Exception {
        byte[] mark = Pictures.png(Images.filled(Mode.RGBA, new ImageSize(9, 9), 1, 2, 3, 255));
        String digest = Sha256.of(mark);
        blobs.put(ObjectKeys.blob(digest), mark, "image/png", Map.of());
        Pipeline marked = Pipeline.of(Output.of(OutputFormat.PNG), Scale.inside(50, 50), Watermark.of(digest));
        ChunkWorker worker = worker();
        ItemResult first =
                worker.work(chunk(source(0, photograph(1), marked))).results().getFirst();
        blobs.delete(ObjectKeys.blob(digest));
        ItemResult second =
                worker.work(chunk(source(0, photograph(2), marked))).results().getFirst();

        for (ItemResult result : List.of(first, second)) {
            assertThat(result).isInstanceOfSatisfying(ItemResult.Stored.class, stored -> {
                Image picture = Pictures.decode(blobs.get(ObjectKeys.rendition(stored.key())));
                Image corner = picture.crop(stored.width() - 19, stored.height() - 19, 9, 9);
                assertThat(Pictures.psnr(corner, Images.filled(Mode.RGB, new ImageSize(9, 9), 1, 2, 3)))
                        .isInfinite();
            });
        }
        awaitAllGivenBack();
    }

    @Test
    void failsOnlyWhatWantsAWatermarkThatCannotBeHad() throws Exception {
        byte[] whole = Pictures.png(Pictures.photograph(200, 100));
        byte[] broken = Arrays.copyOf(whole, whole.length / 2);
        byte[] large = Pictures.png(Images.create(Mode.RGB48, new ImageSize(2000, 2000)));
        for (byte[] mark : List.of(broken, large)) {
            blobs.put(ObjectKeys.blob(Sha256.of(mark)), mark, "image/png", Map.of());
        }
        Output png = Output.of(OutputFormat.PNG);
        TransformFinished finished = worker().work(chunk(source(
                0,
                photograph(1),
                Pipeline.of(png, Watermark.of("f".repeat(64))),
                SMALL,
                Pipeline.of(png, Watermark.of(Sha256.of(broken))),
                Pipeline.of(png, Watermark.of(Sha256.of(large))))));

        assertFailed(finished, 0, ProblemType.WATERMARK_MISSING);
        assertThat(finished.results().get(1)).isInstanceOf(ItemResult.Stored.class);
        assertFailed(finished, 2, ProblemType.CORRUPT_IMAGE);
        assertFailed(finished, 3, ProblemType.TOO_MANY_PIXELS);
        awaitAllGivenBack();
    }

    private ChunkWorker worker() {
        WorkerMeters meters = new WorkerMeters(registry, pool, memory);
        RenditionStore store = new RenditionStore(blobs, new Patience(2, Duration.ofMillis(1)));
        Bench bench = new Bench(
                new Engine(Limits.DEFAULT),
                Limits.DEFAULT,
                pool,
                timeLimit,
                memory,
                new CrashJournal(folder),
                meters,
                new MarkShelf(8L << 20, store::fetchMark),
                ProfileShelf.EMPTY);
        return new ChunkWorker("here", 4, new SourceWorker(store, bench), meters);
    }

    private static Pipeline enlarged(int side) {
        Scale scale = new Scale(side, side, null, Fit.FILL, Kernel.BOX, true, Gravity.CENTER, Color.BLACK);
        return Pipeline.of(Output.of(OutputFormat.PNG), scale);
    }

    private static byte[] noise() {
        byte[] samples = new byte[1800 * 1800 * 3];
        new Random(1).nextBytes(samples);
        return Pictures.png(Images.of(Mode.RGB, new ImageSize(1800, 1800), samples));
    }

    private static byte[] photograph(int variant) {
        Image picture = Pictures.photograph(300 + variant, 200);
        return Pictures.jpeg(picture);
    }

    private SourceWork source(int firstItem, byte[] bytes, Pipeline... pipelines) {
        BlobRef blob = new BlobRef(Sha256.of(bytes), bytes.length, "image/jpeg");
        blobs.put(blob.objectKey(), bytes, "image/jpeg", Map.of());
        return Chunks.source(firstItem, blob, pipelines);
    }

    private static TransformRequested chunk(SourceWork... sources) {
        return new TransformRequested(Uuid7.next(), null, 1, Lane.BULK, List.of(sources));
    }

    private void awaitAllGivenBack() throws InterruptedException {
        while (pool.abandoned() > 0 || memory.freeBytes() < 256L << 20) {
            Thread.sleep(10);
        }
        assertThat(folder).isEmptyDirectory();
    }

    private static void assertFailed(TransformFinished finished, int index, ProblemType type) {
        assertThat(finished.results().get(index))
                .isInstanceOfSatisfying(
                        ItemResult.Failed.class,
                        failed -> assertThat(failed.code()).isEqualTo(type.code()));
    }

    private static void assertUnavailable(TransformFinished finished, int index, ProblemType type) {
        assertThat(finished.results().get(index))
                .isInstanceOfSatisfying(
                        ItemResult.Unavailable.class,
                        unavailable -> assertThat(unavailable.code()).isEqualTo(type.code()));
    }
}
