package dev.imagemill.storage.ledger;

import dev.imagemill.storage.rendition.FailedRendition;
import java.util.List;
import java.util.UUID;

/**
 * Items of one job that came to their end.
 *
 * @param job the job
 * @param done how many have their rendition
 * @param reused how many of these were there before
 * @param failures the ones that cannot be made
 */
public record JobTally(UUID job, long done, long reused, List<FailedRendition> failures) {
    public JobTally {
        failures = List.copyOf(failures);
    }
}
