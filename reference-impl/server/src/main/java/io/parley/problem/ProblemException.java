package io.parley.problem;

/** Ends a request with a problem document. Its message names the type only, so that a log may hold it. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** A refusal that was to be expected; without stack trace, because it is no defect. */
    public ProblemException(Problem problem) {
        super(problem.type().id(), null, false, false);
        this.problem = problem;
    }

    /** A failure below, such as a store that does not answer. */
    public ProblemException(Problem problem, Throwable cause) {
        super(problem.type().id(), cause);
        this.problem = problem;
    }

    /** A problem of a type without extension. */
    public static ProblemException of(ProblemType type) {
        return new ProblemException(Problem.of(type));
    }

    /** What is answered. */
    public Problem problem() {
        return problem;
    }
}
