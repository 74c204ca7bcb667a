package dev.imagemill.storage.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A job as clients see it.
 *
 * @param items {@code total = done + failed + running +} those that wait
 * @param itemsPerSecond items that came to their end, over the last seconds; after completion, over the whole job
 * @param secondsLeft what remains at that rate; null while there is none, 0 after completion
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record JobDocument(
        UUID id,
        JobState state,
        Items items,
        double itemsPerSecond,
        @Nullable Double secondsLeft,
        @Nullable String preset,
        @Nullable Integer revision,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<JsonNode> renditions,
        Map<String, Object> selection,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        String href,
        String failures) {

    /**
     * How many items there are, and how they stand.
     *
     * @param running those that are out with the workers
     * @param reused those of the done ones that were there before and cost no work
     */
    record Items(long total, long done, long failed, long running, long reused) {}

    static JobDocument of(Job job) {
        String href = "/v1/jobs/" + job.id();
        double rate = rounded(rate(job));
        return new JobDocument(
                job.id(),
                job.state(),
                new Items(job.total(), job.done(), job.failed(), job.running(), job.reused()),
                rate,
                secondsLeft(job, rate),
                job.preset(),
                job.presetRevision(),
                job.preset() == null
                        ? Job.readRenditions(job.renditions()).stream()
                                .<JsonNode>map(rendition -> rendition.json())
                                .toList()
                        : null,
                selection(job),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt(),
                href,
                href + "/failures");
    }

    private static double rate(Job job) {
        long ended = job.done() + job.failed();
        if (job.startedAt() == null || ended == 0) {
            return 0;
        }
        if (job.finishedAt() != null) {
            double seconds = (job.finishedAt().toEpochMilli() - job.startedAt().toEpochMilli()) / 1000.0;
            return ended / Math.max(seconds, 0.001);
        }
        return job.recentSeconds() <= 0 ? 0 : job.recentItems() / job.recentSeconds();
    }

    private static @Nullable Double secondsLeft(Job job, double rate) {
        if (job.state() == JobState.COMPLETED) {
            return 0.0;
        }
        return rate <= 0 ? null : rounded((job.total() - job.done() - job.failed()) / rate);
    }

    private static Map<String, Object> selection(Job job) {
        Map<String, Object> selection = new LinkedHashMap<>();
        switch (job.selection()) {
            case ALL -> selection.put("all", true);
            case IDS -> selection.put("idCount", job.selectedCount());
            case NAME_PREFIX -> selection.put("namePrefix", job.namePrefix());
        }
        return selection;
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
