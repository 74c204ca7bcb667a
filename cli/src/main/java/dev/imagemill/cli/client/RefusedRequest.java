package dev.imagemill.cli.client;

/** The server understood the call and answered with a problem. */
public final class RefusedRequest extends RuntimeException {
    private final transient Problem problem;

    RefusedRequest(Problem problem) {
        super(problem.codeOrUnknown() + ": " + problem.sentence());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
