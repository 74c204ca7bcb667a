package dev.imagemill.transform.bench;

import dev.imagemill.contract.event.Lane;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.transform.engine.Outcome;
import dev.imagemill.transform.engine.Source;
import java.util.List;

/**
 * One source and what is wanted of it. Called on virtual threads.
 *
 * @param <R> what becomes of a pipeline
 */
public interface Assignment<R> {
    /** Digest of the source's bytes: 64 lower-case hexadecimal digits. */
    String sha256();

    /** Number of the source's bytes. */
    long bytes();

    /** Whether somebody waits for it. */
    Lane lane();

    /** All that is wanted of the source; the plan is made for all of it, whatever of it is there already. */
    List<Pipeline> pipelines();

    /**
     * Looks whether one can be made at all, before anything is fetched.
     *
     * @throws ProblemException if none can
     */
    default void check() {}

    /**
     * Brings the source's bytes here.
     *
     * @param hand takes what is to be given back when the work on the source has ended
     */
    Source fetch(Hand hand) throws InterruptedException;

    /** Gives back what the source holds; called once nobody works on it any more. */
    default void release() {}

    /** Takes a rendition, by the position of its pipeline. */
    R finish(int index, Outcome.Rendered rendered) throws InterruptedException;

    /** Takes note that a rendition cannot be made, by the position of its pipeline. */
    R refuse(int index, Problem problem);
}
