package dev.imagemill.transform.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.codec.Animation;
import dev.imagemill.codec.Codec;
import dev.imagemill.codec.EncodeOptions;
import dev.imagemill.codec.ImageFormat;
import dev.imagemill.codec.Limits;
import dev.imagemill.contract.event.BlobRef;
import dev.imagemill.contract.event.ItemResult;
import dev.imagemill.contract.event.Lane;
import dev.imagemill.contract.event.SourceWork;
import dev.imagemill.contract.event.TransformRequested;
import dev.imagemill.contract.id.Uuid7;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.pipeline.PipelineParser;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.contract.store.Sha256;
import dev.imagemill.imageop.Image;
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
import dev.imagemill.transform.engine.SourceFiles;
import dev.imagemill.transform.rendition.Patience;
import dev.imagemill.transform.rendition.RenditionStore;
import dev.imagemill.transform.rendition.SourceWorker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mutated files of every format that is read, by the chunk, through the whole worker: fetched, planned, decoded, taken through operations, encoded and stored. Each rendition
 * is made or fails for good with a code; nothing is given back for another try, and nothing is held afterwards.
 */
class HostileChunkTest {
    private static final int FILES = Integer.getInteger("imagemill.hostile", 1000);
    private static final long SEED = 20_261_130;
    private static final int CHUNK = 50;
    private static final long MEMORY = 128L << 20;
    private static final Limits LIMITS = new Limits(1 << 20, 4096, 1 << 20, 50);

    /** What reads most of a source: its metadata, its profile, all its frames, its pixels at several scales. */
    private static final List<Pipeline> PIPELINES = Stream.of(
                    "[{'op':'autorotate'},{'op':'scale','width':16}],'output':{'format':'jpeg','metadata':'keep'}",
                    "[{'op':'colorspace','to':'keep'},{'op':'blur','sigma':1}],'output':{'format':'tiff','metadata':'copyright'}",
                    "[{'op':'colorspace','to':'cmyk'}],'output':{'format':'png'}",
                    "[{'op':'normalize'},{'op':'rotate','degrees':30}],'output':{'format':'webp'}",
                    "[{'op':'trim'},{'op':'frames','slice':'::-1'},{'op':'pad','left':3}],'output':{'format':'gif'}")
            .map(text -> PipelineParser.parse(("{'operations':" + text + "}").replace('\'', '"')))
            .toList();

    @TempDir
    Path folder;

    private final InMemoryBlobStore blobs = new InMemoryBlobStore();
    private final MemoryBudget memory = new MemoryBudget(MEMORY);
    private final CountedOutcomes outcomes = new CountedOutcomes();

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void endsEachInARenditionOrInACodeForGood() throws Exception {
        List<Map.Entry<String, byte[]>> sound = new ArrayList<>(files().entrySet());
        Random random = new Random(SEED);
        try (ComputePool pool = new ComputePool(2)) {
            ChunkWorker worker = worker(pool);
            List<SourceWork> chunk = new ArrayList<>();
            for (int i = 0; i < FILES; i++) {
                byte[] mutant = mutated(sound.get(i % sound.size()).getValue(), random);
                chunk.add(source(chunk.size() * PIPELINES.size(), mutant));
                if (chunk.size() == CHUNK || i == FILES - 1) {
                    work(worker, chunk);
                    chunk.clear();
                }
            }
            assertThat(pool.abandoned()).isZero();
        }
        assertThat(memory.freeBytes()).isEqualTo(MEMORY);
        assertThat(folder).isEmptyDirectory();
        System.out.println(FILES + " mutated files of " + sound.size() + " kinds, seed " + SEED + ", "
                + PIPELINES.size() + " renditions each: " + outcomes.byCode);
        assertThat(outcomes.byCode)
                .containsKeys("made", ProblemType.CORRUPT_IMAGE.code(), ProblemType.NOT_AN_IMAGE.code());
    }

    private void work(ChunkWorker worker, List<SourceWork> chunk) throws InterruptedException {
        List<ItemResult> results = worker.work(
                        new TransformRequested(Uuid7.next(), null, 1, Lane.BULK, List.copyOf(chunk)))
                .results();
        assertThat(results).hasSize(chunk.size() * PIPELINES.size());
        results.forEach(outcomes::count);
    }

    /** How many renditions came to which end. */
    private static final class CountedOutcomes {
        private final Map<String, Integer> byCode = new TreeMap<>();

        void count(ItemResult result) {
            String code = switch (result) {
                case ItemResult.Stored _ -> "made";
                case ItemResult.Failed failed -> failed.code();
                case ItemResult.Unavailable unavailable -> throw new AssertionError("not for good: " + unavailable);
            };
            byCode.merge(code, 1, Integer::sum);
        }
    }

    private static Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>(SourceFiles.all());
        List<Image> frames = List.of(
                Pictures.photograph(40, 30),
                Pictures.photograph(40, 30).point(value -> 255 - value),
                Pictures.photograph(40, 30));
        for (ImageFormat format : List.of(ImageFormat.GIF, ImageFormat.WEBP, ImageFormat.TIFF)) {
            files.put(
                    "three frames of " + format,
                    Codec.encode(frames, new Animation(List.of(100, 100, 100), 0), EncodeOptions.of(format)));
        }
        return files;
    }

    /** Bytes changed, mostly in the header where sizes and offsets are; cut off; or with a part left out, twice or of rubbish. */
    private static byte[] mutated(byte[] file, Random random) {
        byte[] mutant = file.clone();
        int at = random.nextInt(file.length);
        switch (random.nextInt(6)) {
            case 0, 1 -> {
                int reach = random.nextBoolean() ? Math.min(file.length, 300) : file.length;
                for (int n = 1 + random.nextInt(6); n > 0; n--) {
                    mutant[random.nextInt(reach)] = (byte) (random.nextBoolean() ? random.nextInt() : 0xff);
                }
            }
            case 2 -> mutant = Arrays.copyOf(file, at);
            case 3 -> {
                int to = random.nextInt(file.length);
                System.arraycopy(file, at, mutant, to, (file.length - Math.max(at, to)) / 2);
            }
            case 4 -> mutant[at] ^= (byte) (1 << random.nextInt(8));
            default -> {
                byte[] rubbish = new byte[Math.min(64, file.length - at)];
                random.nextBytes(rubbish);
                System.arraycopy(rubbish, 0, mutant, at, rubbish.length);
            }
        }
        return mutant;
    }

    private SourceWork source(int firstItem, byte[] bytes) {
        BlobRef blob = new BlobRef(Sha256.of(bytes), bytes.length, "application/octet-stream");
        blobs.put(blob.objectKey(), bytes, "application/octet-stream", Map.of());
        return Chunks.source(firstItem, blob, PIPELINES.toArray(Pipeline[]::new));
    }

    private ChunkWorker worker(ComputePool pool) {
        WorkerMeters meters = new WorkerMeters(new SimpleMeterRegistry(), pool, memory);
        RenditionStore store = new RenditionStore(blobs, new Patience(1, Duration.ZERO));
        Bench bench = new Bench(
                new Engine(LIMITS),
                LIMITS,
                pool,
                Duration.ofMinutes(2),
                memory,
                new CrashJournal(folder),
                meters,
                MarkShelf.EMPTY,
                ProfileShelf.EMPTY);
        return new ChunkWorker("here", 4, new SourceWorker(store, bench), meters);
    }
}
