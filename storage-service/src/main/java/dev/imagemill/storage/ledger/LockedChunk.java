package dev.imagemill.storage.ledger;

import dev.imagemill.contract.event.Lane;
import dev.imagemill.contract.event.SourceWork;
import dev.imagemill.contract.event.WantedRendition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An unfinished chunk whose row this transaction holds, while results are applied to it. */
final class LockedChunk {
    /** What an item is about. */
    record Target(UUID imageId, WantedRendition wanted) {}

    final UUID id;
    final @Nullable UUID job;
    final Lane lane;
    final int attempt;
    final ItemStates states;
    private final Map<Integer, Target> targets = new HashMap<>();
    private boolean released;
    private int retries;
    private boolean putBack;

    LockedChunk(
            UUID id,
            @Nullable UUID job,
            Lane lane,
            int attempt,
            boolean released,
            int retries,
            ItemStates states,
            List<SourceWork> work) {
        this.id = id;
        this.job = job;
        this.lane = lane;
        this.attempt = attempt;
        this.released = released;
        this.retries = retries;
        this.states = states;
        for (SourceWork source : work) {
            source.renditions().forEach(item -> targets.put(item.item(), new Target(source.imageId(), item)));
        }
    }

    /** What the item is about, or null if it has come to its end or never was. */
    @Nullable
    Target open(int item) {
        return states.isOpen(item) ? targets.get(item) : null;
    }

    /** The images that its items are about. */
    Set<UUID> images() {
        return targets.values().stream().map(Target::imageId).collect(Collectors.toSet());
    }

    /** Whether an answer to the given release is about the one that is out now. */
    boolean isOut(int ofAttempt) {
        return released && attempt == ofAttempt;
    }

    int retries() {
        return retries;
    }

    /** The chunk is to be released once more, because a worker could not do all of it for now. */
    void retry() {
        released = false;
        putBack = true;
        retries++;
    }

    boolean isPutBack() {
        return putBack && !isDone();
    }

    boolean isDone() {
        return states.open() == 0;
    }
}
