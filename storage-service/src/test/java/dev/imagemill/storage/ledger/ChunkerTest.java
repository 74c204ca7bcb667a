package dev.imagemill.storage.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.contract.event.BlobRef;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.pipeline.PipelineParser;
import dev.imagemill.contract.store.Sha256;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChunkerTest {
    private static final Pipeline PIPELINE = PipelineParser.parse("{\"output\":{\"format\":\"webp\"}}");

    @Test
    void keepsTheOrderAndEveryImage() {
        List<OpenWork> work =
                IntStream.range(0, 100).mapToObj(i -> image(i, 6, 1000)).toList();

        List<List<OpenWork>> chunks = new Chunker(Duration.ofMillis(500), 600).cut(work);

        assertThat(chunks.stream().flatMap(List::stream)).isEqualTo(work);
        assertThat(chunks.size()).isGreaterThan(5);
    }

    @Test
    void endsAChunkAtTheNumberOfItems() {
        List<OpenWork> work =
                IntStream.range(0, 10).mapToObj(i -> image(i, 6, 10)).toList();

        assertThat(new Chunker(Duration.ofHours(1), 20).cut(work))
                .extracting(List::size)
                .containsExactly(3, 3, 3, 1);
    }

    @Test
    void makesAChunkOfAnImageThatIsOverEveryLimit() {
        List<OpenWork> work = List.of(image(1, 50, 9000), image(2, 50, 9000));

        assertThat(new Chunker(Duration.ofMillis(1), 10).cut(work))
                .extracting(List::size)
                .containsExactly(1, 1);
    }

    @Test
    void staysWithinWhatAMessageHolds() {
        List<OpenWork> work =
                IntStream.range(0, 4).mapToObj(i -> image(i, 64, 10, 6000)).toList();

        assertThat(new Chunker(Duration.ofHours(1), 600).cut(work))
                .extracting(List::size)
                .containsExactly(1, 1, 1, 1);
    }

    @Test
    void estimatesMoreForMorePixels() {
        assertThat(WorkEstimate.of(image(1, 6, 8000))).isGreaterThan(WorkEstimate.of(image(1, 6, 800)));
        assertThat(WorkEstimate.of(image(1, 6, 800))).isGreaterThan(WorkEstimate.of(image(1, 1, 800)));
    }

    private static OpenWork image(int number, int items, int side) {
        return image(number, items, side, 100);
    }

    private static OpenWork image(int number, int items, int side, int length) {
        Source source =
                new Source(new UUID(0, number), new BlobRef(Sha256.of("i" + number), 1000, "image/jpeg"), side, side);
        return new OpenWork(
                source, Collections.nCopies(items, new OpenWork.Item("a.b", Sha256.of("k"), PIPELINE, length)), null);
    }
}
