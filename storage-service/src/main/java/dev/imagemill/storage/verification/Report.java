package dev.imagemill.storage.verification;

import dev.imagemill.storage.verification.FindingKind.Weight;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run has found.
 *
 * @param tallies what was looked at
 * @param counts findings by kind; none of a kind that was not found
 * @param first the first findings of each kind
 * @param forgotten how many missing renditions the catalogue was made to forget, or null if it was not to; those that are neither
 *     missing nor forgotten came back meanwhile
 */
record Report(
        Map<Section, Tally> tallies,
        Map<FindingKind, Long> counts,
        List<Finding> first,
        @Nullable Long forgotten) {
    /** Whether Postgres and the bucket agree now. */
    boolean agrees() {
        return count(Weight.ERROR) == 0 && (forgotten != null || count(Weight.REPAIRABLE) == 0);
    }

    private long count(Weight weight) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().weight() == weight)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
