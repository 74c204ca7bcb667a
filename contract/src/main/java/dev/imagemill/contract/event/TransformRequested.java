package dev.imagemill.contract.event;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A chunk of renditions is to be made.
 *
 * @param chunkId the chunk in the ledger
 * @param jobId the job it belongs to, or null for an upload's renditions
 * @param attempt which release of the chunk this is, from 1
 * @param lane the way it travels
 * @param sources at least one source, each with everything that is wanted of it
 */
public record TransformRequested(UUID chunkId, @Nullable UUID jobId, int attempt, Lane lane, List<SourceWork> sources)
        implements EventData {

    public TransformRequested {
        requireNonNull(chunkId, "chunkId is null");
        Require.atLeast(1, attempt, "attempt");
        requireNonNull(lane, "lane is null");
        sources = List.copyOf(requireNonNull(sources, "sources is null"));
        Require.atLeast(1, sources.size(), "the number of sources");
    }

    @Override
    public EventType type() {
        return EventType.TRANSFORM_REQUESTED;
    }

    /** The lane's topic. */
    @Override
    public String topic() {
        return lane.topic();
    }

    /** The chunk's id, so that chunks spread over the partitions. */
    @Override
    public String key() {
        return chunkId.toString();
    }

    /** The number of renditions wanted, over all sources. */
    public int itemCount() {
        return sources.stream().mapToInt(source -> source.renditions().size()).sum();
    }
}
