package dev.imagemill.storage.job;

import java.util.List;
import java.util.UUID;

/** Which images a job is about. */
sealed interface Selection {
    /** Every image there is when the job is submitted. */
    record All() implements Selection {}

    /**
     * These images.
     *
     * @param ids no id twice, in the order of the request
     */
    record Ids(List<UUID> ids) implements Selection {
        /** The most ids a job may name. */
        static final int MAX = 10_000;

        public Ids {
            ids = List.copyOf(ids);
        }
    }

    /**
     * Every image there is when the job is submitted whose name begins so.
     *
     * @param prefix compared by characters, case and all; not empty
     */
    record NamePrefix(String prefix) implements Selection {}
}
