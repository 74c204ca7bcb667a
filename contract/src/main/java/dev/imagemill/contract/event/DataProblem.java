package dev.imagemill.contract.event;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import tools.jackson.core.JacksonException;

/** Makes a problem of what Jackson says about an event's data. */
final class DataProblem {
    private DataProblem() {}

    static Problem of(JacksonException e) {
        String at = pointer(e);
        Throwable cause = e.getCause();
        if (cause instanceof ProblemException nested) {
            Problem problem = nested.problem().within(at);
            return new Problem(ProblemType.INVALID_EVENT, problem.detail(), problem.pointer());
        }
        if (cause instanceof IllegalArgumentException || cause instanceof NullPointerException) {
            return Problem.at(ProblemType.INVALID_EVENT, at, String.valueOf(cause.getMessage()));
        }
        return Problem.at(ProblemType.INVALID_EVENT, at, e.getOriginalMessage());
    }

    private static String pointer(JacksonException e) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            String name = step.getPropertyName();
            pointer.append('/')
                    .append(
                            name == null
                                    ? step.getIndex()
                                    : name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
