package dev.imagemill.storage.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Renditions that someone wants of an image.
 *
 * @param source the image
 * @param renditions what is wanted, no name twice
 * @param wantedAt when it was asked for
 * @param traceparent the trace in which it was asked for, or null
 */
public record Wish(
        Source source,
        List<NamedPipeline> renditions,
        Instant wantedAt,
        @Nullable String traceparent) {
    public Wish {
        requireNonNull(source, "source is null");
        requireNonNull(wantedAt, "wantedAt is null");
        renditions = List.copyOf(renditions);
    }
}
