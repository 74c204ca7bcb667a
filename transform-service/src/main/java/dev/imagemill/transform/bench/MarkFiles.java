package dev.imagemill.transform.bench;

import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.transform.engine.Source;

/** Where the files of watermarks come from. Called on virtual threads. */
public interface MarkFiles {
    /**
     * Brings a file here.
     *
     * @param mostBytes how many bytes it may have
     * @param hand takes what is to be given back once it is decoded
     * @throws ProblemException {@code watermark-missing} or {@code too-many-bytes}
     */
    Source fetch(String sha256, long mostBytes, Hand hand) throws InterruptedException;
}
