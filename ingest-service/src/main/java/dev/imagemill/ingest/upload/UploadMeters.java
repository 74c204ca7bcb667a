package dev.imagemill.ingest.upload;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/**
 * What is counted of uploads: {@code imagemill.ingest.images} by outcome, and the {@code imagemill.ingest.bytes} of those that were
 * acknowledged. A repeated request that is answered from memory counts for nothing.
 */
final class UploadMeters {
    private static final String IMAGES = "imagemill.ingest.images";
    private static final String OUTCOME = "outcome";

    private final Counter stored;
    private final Counter duplicate;
    private final Counter refused;
    private final Counter bytes;

    UploadMeters(MeterRegistry registry) {
        stored = registry.counter(IMAGES, OUTCOME, "stored");
        duplicate = registry.counter(IMAGES, OUTCOME, "duplicate");
        refused = registry.counter(IMAGES, OUTCOME, "refused");
        bytes = Counter.builder("imagemill.ingest.bytes").baseUnit("bytes").register(registry);
    }

    void taken(List<TakenImage> images) {
        for (TakenImage image : images) {
            (image.duplicate() ? duplicate : stored).increment();
            bytes.increment((double) image.image().content().bytes());
        }
    }

    void refused(int files) {
        refused.increment(files);
    }
}
