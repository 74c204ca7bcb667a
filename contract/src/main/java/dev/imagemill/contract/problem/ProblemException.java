package dev.imagemill.contract.problem;

import static java.util.Objects.requireNonNull;

/** A problem on its way up to whoever answers for it. */
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(message(problem));
        this.problem = problem;
    }

    public ProblemException(Problem problem, Throwable cause) {
        super(message(problem), cause);
        this.problem = problem;
    }

    public ProblemException(ProblemType type, String detail) {
        this(Problem.of(type, detail));
    }

    public Problem problem() {
        return problem;
    }

    private static String message(Problem problem) {
        requireNonNull(problem, "problem is null");
        String where = problem.pointer() == null ? "" : " at \"" + problem.pointer() + "\"";
        return problem.code() + where + ": " + problem.detail();
    }
}
