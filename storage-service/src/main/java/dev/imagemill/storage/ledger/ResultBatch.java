package dev.imagemill.storage.ledger;

import dev.imagemill.contract.event.ItemResult;
import dev.imagemill.contract.event.RenditionsCompleted;
import dev.imagemill.contract.event.TransformFinished;
import dev.imagemill.storage.rendition.FailedRendition;
import dev.imagemill.storage.rendition.StoredRendition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works out what a batch of results changes, on chunks that are held locked. An item ends once: later answers about it, from
 * a redelivery, a second worker or an older release, change nothing.
 */
final class ResultBatch {
    private static final Logger LOG = LoggerFactory.getLogger(ResultBatch.class);
    private static final int LONGEST_DETAIL = 1000;

    private final Map<UUID, LockedChunk> chunks;
    private final int mostRetries;
    private final Map<String, StoredRendition> stored = new LinkedHashMap<>();
    private final List<FailedRendition> failed = new ArrayList<>();
    private final Map<UUID, Tally> tallies = new LinkedHashMap<>();
    private final Map<ImageOfJob, Completed> completed = new LinkedHashMap<>();

    private record ImageOfJob(UUID image, @Nullable UUID job) {}

    private record Completed(
            List<RenditionsCompleted.StoredRendition> stored, List<RenditionsCompleted.FailedRendition> failed) {}

    private static final class Tally {
        private long done;
        private long reused;
        private final List<FailedRendition> failures = new ArrayList<>();
    }

    ResultBatch(Map<UUID, LockedChunk> chunks, int mostRetries) {
        this.chunks = chunks;
        this.mostRetries = mostRetries;
    }

    void apply(TransformFinished finished) {
        LockedChunk chunk = chunks.get(finished.chunkId());
        if (chunk == null || chunk.isDone()) {
            LOG.debug("results for chunk {}, which is done: nothing to apply", finished.chunkId());
            return;
        }
        List<ItemResult.Unavailable> unavailable = new ArrayList<>();
        for (ItemResult result : finished.results()) {
            LockedChunk.Target target = chunk.open(result.item());
            if (target != null) {
                apply(chunk, target, result, unavailable);
            }
        }
        if (!unavailable.isEmpty() && chunk.isOut(finished.attempt())) {
            retryOrFail(chunk, unavailable);
        }
    }

    private void apply(
            LockedChunk chunk, LockedChunk.Target target, ItemResult result, List<ItemResult.Unavailable> unavailable) {
        switch (result) {
            case ItemResult.Stored done -> done(chunk, target, done);
            case ItemResult.Failed no -> fail(chunk, target, no.item(), no.code(), no.detail());
            case ItemResult.Unavailable later -> unavailable.add(later);
        }
    }

    private void done(LockedChunk chunk, LockedChunk.Target target, ItemResult.Stored done) {
        if (!done.key().equals(target.wanted().key())) {
            LOG.error(
                    "item {} of chunk {} was answered with key {} instead of {}: ignored",
                    done.item(),
                    chunk.id,
                    done.key(),
                    target.wanted().key());
            return;
        }
        chunk.states.done(done.item());
        stored.putIfAbsent(
                done.key(),
                new StoredRendition(
                        done.key(), done.sha256(), done.bytes(), done.mediaType(), done.width(), done.height()));
        completed(chunk, target)
                .stored()
                .add(new RenditionsCompleted.StoredRendition(
                        target.wanted().name(),
                        done.key(),
                        done.sha256(),
                        done.bytes(),
                        done.mediaType(),
                        done.width(),
                        done.height()));
        Tally tally = tally(chunk.job);
        if (tally != null) {
            tally.done++;
            tally.reused += done.reused() ? 1 : 0;
        }
    }

    private void fail(LockedChunk chunk, LockedChunk.Target target, int item, String code, String detail) {
        chunk.states.failed(item);
        FailedRendition failure = new FailedRendition(
                target.imageId(), target.wanted().name(), target.wanted().key(), code, shortened(detail));
        failed.add(failure);
        completed(chunk, target)
                .failed()
                .add(new RenditionsCompleted.FailedRendition(failure.name(), code, failure.detail()));
        Tally tally = tally(chunk.job);
        if (tally != null) {
            tally.failures.add(failure);
        }
    }

    private void retryOrFail(LockedChunk chunk, List<ItemResult.Unavailable> unavailable) {
        if (chunk.retries() < mostRetries) {
            chunk.retry();
            return;
        }
        for (ItemResult.Unavailable last : unavailable) {
            LockedChunk.Target target = chunk.open(last.item());
            if (target != null) {
                fail(chunk, target, last.item(), last.code(), last.detail());
            }
        }
        if (!chunk.isDone()) {
            chunk.retry();
        }
    }

    private Completed completed(LockedChunk chunk, LockedChunk.Target target) {
        return completed.computeIfAbsent(
                new ImageOfJob(target.imageId(), chunk.job),
                image -> new Completed(new ArrayList<>(), new ArrayList<>()));
    }

    private @Nullable Tally tally(@Nullable UUID job) {
        return job == null ? null : tallies.computeIfAbsent(job, id -> new Tally());
    }

    private static String shortened(String detail) {
        return detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL);
    }

    Collection<StoredRendition> stored() {
        return stored.values();
    }

    List<FailedRendition> failed() {
        return failed;
    }

    /** What there is to tell of each image whose items ended. */
    List<RenditionsCompleted> completed(Instant now) {
        return completed.entrySet().stream()
                .map(entry -> new RenditionsCompleted(
                        entry.getKey().image(),
                        entry.getKey().job(),
                        entry.getValue().stored(),
                        entry.getValue().failed(),
                        now))
                .toList();
    }

    List<JobTally> tallies() {
        return tallies.entrySet().stream()
                .map(entry -> new JobTally(
                        entry.getKey(), entry.getValue().done, entry.getValue().reused, entry.getValue().failures))
                .toList();
    }
}
