package dev.imagemill.transform.bench;

import dev.imagemill.contract.event.WantedRendition;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.transform.engine.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One source and what is wanted of it. Called on virtual threads.
 *
 * @param <R> what becomes of a pipeline
 */
public interface Assignment<R> extends HeldSource {
    /** All that is wanted of the source; the plan is made for all of it, whatever of it is there already. */
    List<Pipeline> pipelines();

    /** What is asked for at a position, if it has a name; log lines and traces say it. */
    default @Nullable WantedRendition wanted(int index) {
        return null;
    }

    /**
     * Looks whether one can be made at all, before anything is fetched.
     *
     * @throws ProblemException if none can
     */
    default void check() {}

    /** Gives back what the source holds; called once nobody works on it any more. */
    default void release() {}

    /** Takes a rendition, by the position of its pipeline. */
    R finish(int index, Outcome.Rendered rendered) throws InterruptedException;

    /** Takes note that a rendition cannot be made, by the position of its pipeline. */
    R refuse(int index, Problem problem);
}
