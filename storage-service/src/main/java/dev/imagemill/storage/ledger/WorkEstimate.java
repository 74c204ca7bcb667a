package dev.imagemill.storage.ledger;

import java.time.Duration;

/**
 * A rough guess of the worker's time, good enough to cut chunks of similar length: a fixed part a source, reading by bytes,
 * decoding by pixels, and a part a rendition.
 */
final class WorkEstimate {
    private static final double SOURCE_MILLIS = 3;
    private static final double MILLIS_A_MEGABYTE = 4;
    private static final double MILLIS_A_MEGAPIXEL = 3;
    private static final double RENDITION_MILLIS = 8;
    private static final double MEGA = 1_000_000;

    private WorkEstimate() {}

    static Duration of(OpenWork work) {
        Source source = work.source();
        double millis = SOURCE_MILLIS
                + MILLIS_A_MEGABYTE * source.blob().bytes() / MEGA
                + MILLIS_A_MEGAPIXEL * source.pixels() / MEGA
                + RENDITION_MILLIS * work.items().size();
        return Duration.ofNanos(Math.round(millis * MEGA));
    }
}
