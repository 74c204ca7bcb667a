package dev.imagemill.transform.bench;

import java.util.Optional;

/** Where the files of colour profiles come from. Called on virtual threads. */
public interface ProfileFiles {
    /**
     * A file's bytes; empty if it is not there.
     *
     * @param mostBytes how many bytes it may have
     * @throws dev.imagemill.contract.problem.ProblemException {@code too-many-bytes}
     */
    Optional<byte[]> fetch(String sha256, long mostBytes) throws InterruptedException;
}
