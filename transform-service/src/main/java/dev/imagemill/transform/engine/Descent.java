package dev.imagemill.transform.engine;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which scaled pictures of a source are made of other, larger ones instead of the source: each of the smallest that is large enough. It
 * follows from what is wanted of the source alone, whichever of it is then rendered, and in what order.
 */
final class Descent {
    private final Map<WholeScale, WholeScale> parents = new HashMap<>();
    private final Set<WholeScale> shared = new HashSet<>();

    /** @param wanted as often as something is to be made with it */
    Descent(Collection<WholeScale> wanted) {
        Set<WholeScale> seen = new HashSet<>();
        for (WholeScale scale : wanted) {
            if (!seen.add(scale)) {
                shared.add(scale);
            }
        }
        for (WholeScale scale : seen) {
            wanted.stream()
                    .filter(scale::mayDescendFrom)
                    .min(Comparator.comparingLong(
                                    (WholeScale other) -> other.size().pixels())
                            .thenComparingInt(other -> other.size().width()))
                    .ifPresent(parent -> parents.put(scale, parent));
        }
        shared.addAll(parents.values());
    }

    /** What a picture is made of; empty if of the source. */
    Optional<WholeScale> parent(WholeScale scale) {
        return Optional.ofNullable(parents.get(scale));
    }

    /** Pictures that more than one thing is made of. */
    Set<WholeScale> shared() {
        return Set.copyOf(shared);
    }
}
