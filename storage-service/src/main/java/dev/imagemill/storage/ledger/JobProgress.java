package dev.imagemill.storage.ledger;

import java.util.List;

/** Whoever counts a job's items. */
public interface JobProgress {
    /** Items came to their end, each told once; called inside the transaction that says so. At most one tally a job. */
    void itemsEnded(List<JobTally> tallies);
}
