package dev.imagemill.storage.job;

/** Where a job stands. */
enum JobState {
    /** Accepted; nothing of its selection is expanded yet. */
    QUEUED,
    /** Some of its items may still come to their end. */
    RUNNING,
    /** Every item has come to its end, done or failed. */
    COMPLETED
}
