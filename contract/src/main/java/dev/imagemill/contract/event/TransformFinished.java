package dev.imagemill.contract.event;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;

/**
 * A worker is done with a chunk: every item of the request has a result.
 *
 * @param chunkId the chunk in the ledger
 * @param attempt the release of the chunk this answers
 * @param worker the name of the worker
 * @param decoded how many sources it had to decode
 * @param results one for each item
 */
public record TransformFinished(UUID chunkId, int attempt, String worker, int decoded, List<ItemResult> results)
        implements EventData {

    public TransformFinished {
        requireNonNull(chunkId, "chunkId is null");
        Require.atLeast(1, attempt, "attempt");
        Require.text(worker, "worker");
        Require.atLeast(0, decoded, "decoded");
        results = List.copyOf(requireNonNull(results, "results is null"));
    }

    @Override
    public EventType type() {
        return EventType.TRANSFORM_FINISHED;
    }

    /** The chunk's id. */
    @Override
    public String key() {
        return chunkId.toString();
    }
}
