package dev.imagemill.storage.job;

import dev.imagemill.contract.event.EventJson;
import dev.imagemill.contract.pipeline.RenditionSpec;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * A job as the catalogue keeps it, without the ids it may have selected.
 *
 * @param renditions what is wanted, under the names without the preset
 * @param selection the kind of selection
 * @param namePrefix the prefix, if it selects by one
 * @param selectedCount how many images it selected when it was submitted
 * @param total number of items
 * @param done items whose rendition is ready
 * @param failed items whose rendition cannot be made
 * @param reused how many of the done ones were there before
 * @param running items that are out with the workers
 * @param recentItems items that ended in the window over which the rate is taken
 * @param recentSeconds length of that window
 */
record Job(
        UUID id,
        JobState state,
        @Nullable String preset,
        @Nullable Integer presetRevision,
        String renditions,
        SelectionKind selection,
        @Nullable String namePrefix,
        long selectedCount,
        long total,
        long done,
        long failed,
        long reused,
        long running,
        double recentItems,
        double recentSeconds,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    private static final TypeReference<List<RenditionSpec>> SPECS = new TypeReference<>() {};

    /** How the images are named. */
    enum SelectionKind {
        ALL,
        IDS,
        NAME_PREFIX
    }

    static List<RenditionSpec> readRenditions(String text) {
        return EventJson.mapper().readValue(text, SPECS);
    }

    static String writeRenditions(List<RenditionSpec> renditions) {
        return EventJson.mapper().writeValueAsString(renditions);
    }
}
