package dev.imagemill.storage.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.contract.event.BlobRef;
import dev.imagemill.contract.event.ItemResult;
import dev.imagemill.contract.event.Lane;
import dev.imagemill.contract.event.SourceWork;
import dev.imagemill.contract.event.TransformFinished;
import dev.imagemill.contract.event.WantedRendition;
import dev.imagemill.contract.pipeline.PipelineParser;
import dev.imagemill.contract.store.Sha256;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ResultBatchTest {
    private static final UUID CHUNK = new UUID(0, 1);
    private static final UUID JOB = new UUID(0, 2);
    private static final int RETRIES = 2;

    private final LockedChunk chunk = chunk(3, 0);
    private final ResultBatch batch = new ResultBatch(Map.of(CHUNK, chunk), RETRIES);

    @Test
    void endsAnItemOnce() {
        batch.apply(finished(3, stored(0), stored(0), failed(0)));
        batch.apply(finished(3, stored(0)));

        assertThat(batch.tallies()).containsExactly(new JobTally(JOB, 1, 0, List.of()));
        assertThat(batch.stored()).hasSize(1);
        assertThat(batch.failed()).isEmpty();
    }

    @Test
    void takesAResultOfAnOlderRelease() {
        batch.apply(finished(1, stored(0), stored(1)));

        assertThat(chunk.isDone()).isTrue();
        assertThat(batch.tallies()).extracting(JobTally::done).containsExactly(2L);
    }

    @Test
    void putsAChunkBackOnceARelease() {
        batch.apply(finished(3, stored(0), unavailable(1)));
        batch.apply(finished(3, stored(0), unavailable(1)));

        assertThat(chunk.isPutBack()).isTrue();
        assertThat(chunk.retries()).isEqualTo(1);
    }

    @Test
    void doesNotPutAChunkBackForAnOlderRelease() {
        batch.apply(finished(2, unavailable(0), unavailable(1)));

        assertThat(chunk.isPutBack()).isFalse();
    }

    @Test
    void doesNotPutBackWhatALaterAnswerEnds() {
        batch.apply(finished(3, stored(0), unavailable(1)));
        batch.apply(finished(2, stored(1)));

        assertThat(chunk.isDone()).isTrue();
        assertThat(chunk.isPutBack()).isFalse();
    }

    @Test
    void failsWhatIsUnavailableTooOften() {
        LockedChunk last = chunk(3, RETRIES);
        ResultBatch ending = new ResultBatch(Map.of(CHUNK, last), RETRIES);

        ending.apply(finished(3, stored(0), unavailable(1)));

        assertThat(last.isDone()).isTrue();
        assertThat(ending.failed()).extracting("code").containsExactly("storage-unavailable");
        assertThat(ending.tallies().getFirst().failures()).hasSize(1);
    }

    @Test
    void ignoresItemsAndKeysThatWereNotAskedFor() {
        batch.apply(finished(
                3, stored(7), new ItemResult.Stored(0, Sha256.of("x"), 1, Sha256.of("y"), "a/b", 1, 1, false)));

        assertThat(batch.stored()).isEmpty();
        assertThat(chunk.isDone()).isFalse();
    }

    private static LockedChunk chunk(int attempt, int retries) {
        var pipeline = PipelineParser.parse("{\"output\":{\"format\":\"webp\"}}");
        var source = new SourceWork(
                new UUID(0, 3),
                new BlobRef(Sha256.of("s"), 10, "image/png"),
                List.of(
                        new WantedRendition(0, "a.b", key(0), pipeline),
                        new WantedRendition(1, "a.c", key(1), pipeline)));
        return new LockedChunk(CHUNK, JOB, Lane.BULK, attempt, true, retries, ItemStates.allOpen(2), List.of(source));
    }

    private static TransformFinished finished(int attempt, ItemResult... results) {
        return new TransformFinished(CHUNK, attempt, "w", 1, List.of(results));
    }

    private static ItemResult stored(int item) {
        return new ItemResult.Stored(item, key(item), 5, Sha256.of("r" + item), "image/webp", 4, 3, false);
    }

    private static ItemResult failed(int item) {
        return new ItemResult.Failed(item, "corrupt-image", "cut off");
    }

    private static ItemResult unavailable(int item) {
        return new ItemResult.Unavailable(item, "storage-unavailable", "away");
    }

    private static String key(int item) {
        return Sha256.of("k" + item);
    }
}
