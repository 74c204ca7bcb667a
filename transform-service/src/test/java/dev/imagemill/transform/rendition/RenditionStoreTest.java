package dev.imagemill.transform.rendition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.contract.event.ItemResult;
import dev.imagemill.contract.event.WantedRendition;
import dev.imagemill.contract.pipeline.Output;
import dev.imagemill.contract.pipeline.OutputFormat;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.store.RenditionKey;
import dev.imagemill.contract.store.Sha256;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.platform.blobstore.InMemoryBlobStore;
import dev.imagemill.transform.engine.Outcome;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is told of a rendition is true of the one that stays. */
class RenditionStoreTest {
    private final InMemoryBlobStore blobs = new InMemoryBlobStore();
    private final RenditionStore store = new RenditionStore(blobs, new Patience(1, Duration.ZERO));
    private final WantedRendition wanted = wanted();

    private static WantedRendition wanted() {
        Pipeline pipeline = Pipeline.of(Output.of(OutputFormat.WEBP));
        String key = RenditionKey.of(Sha256.of("source"), pipeline.digest()).digest();
        return new WantedRendition(3, "custom.r3", key, pipeline);
    }

    private static Outcome.Rendered rendered(String bytes) {
        return new Outcome.Rendered(bytes.getBytes(UTF_8), "image/webp", new ImageSize(40, 30), Duration.ZERO);
    }

    @Test
    void keepsWhatAnotherWorkerHasStoredMeanwhile() throws InterruptedException {
        ItemResult.Stored first = store.store(wanted, rendered("of one worker"));
        ItemResult.Stored second = store.store(wanted, rendered("of the other"));

        assertThat(first.reused()).isFalse();
        assertThat(first.sha256()).isEqualTo(Sha256.of("of one worker"));
        assertThat(second.reused()).isTrue();
        assertThat(second.sha256()).isEqualTo(first.sha256());
        assertThat(blobs.get(wanted.objectKey())).asString(UTF_8).isEqualTo("of one worker");
    }

    @Test
    void takesWhatItFindsForItsOwnIfItIsTheSame() throws InterruptedException {
        store.store(wanted, rendered("the same"));

        assertThat(store.store(wanted, rendered("the same")).reused()).isFalse();
    }

    @Test
    void replacesWhatNoWorkerHasWritten() throws InterruptedException {
        blobs.put(wanted.objectKey(), "something".getBytes(UTF_8), "text/plain", Map.of("width", "wide"));

        assertThat(store.store(wanted, rendered("a rendition")).reused()).isFalse();

        assertThat(store.find(wanted)).map(ItemResult.Stored::sha256).contains(Sha256.of("a rendition"));
    }
}
