package dev.imagemill.transform.transforms;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.transform.engine.Outcome;

/** What became of one pipeline of a request, under its name. */
sealed interface Answered {
    String name();

    /** A picture. */
    record Picture(String name, String extension, Outcome.Rendered rendered) implements Answered {
        String filename() {
            return name + "." + extension;
        }
    }

    /** The reason why there is none. */
    record Refused(String name, Problem problem) implements Answered {}
}
