package dev.imagemill.transform.worker;

import dev.imagemill.contract.event.BlobRef;
import dev.imagemill.contract.event.SourceWork;
import dev.imagemill.contract.event.WantedRendition;
import dev.imagemill.contract.id.Uuid7;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.store.RenditionKey;
import java.util.ArrayList;
import java.util.List;

/** Chunks as the dispatcher makes them. */
final class Chunks {
    private Chunks() {}

    static SourceWork source(int firstItem, BlobRef blob, Pipeline... pipelines) {
        List<WantedRendition> wanted = new ArrayList<>();
        for (Pipeline pipeline : pipelines) {
            int item = firstItem + wanted.size();
            String key = RenditionKey.of(blob.sha256(), pipeline.digest()).digest();
            wanted.add(new WantedRendition(item, "custom.r" + item, key, pipeline));
        }
        return new SourceWork(Uuid7.next(), blob, wanted);
    }
}
